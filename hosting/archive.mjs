// The archive that is uploaded to a portal, which then hosts the app itself and opens it by GET (docs/hosting.md).
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { downloadZip } from 'client-zip'

/** What is of no use there: the portal compresses by itself, and maps are for debugging. */
const isLeftOut = (name) => /\.(?:br|gz|map)$/.test(name)

/**
 * The files of a build that go into the archive.
 * @returns {Promise<readonly { name: string, input: Buffer, lastModified: Date }[]>} in the order of their names
 */
export async function archivedFiles(directory) {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const names = paths.map((path) => relative(directory, path).split(sep).join('/')).filter((name) => !isLeftOut(name))
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      input: await readFile(join(directory, name)),
      // Two archives of one build are the same to the byte.
      lastModified: new Date('2020-01-01T00:00:00Z'),
    })),
  )
}

/** Of a page or a style: what it loads. */
const addresses = (text) => [...text.matchAll(/(?:\b(?:src|href)=|url\()\s*["']?([^"')\s>]+)/g)].map(([, address = '']) => address)

/**
 * What would keep the archive from working in a folder that nobody knows in advance; empty where nothing does.
 * @param {readonly { name: string, input: Buffer }[]} files
 * @returns {readonly string[]} a sentence each
 */
export function faultsOf(files) {
  const names = new Set(files.map(({ name }) => name))
  const faults = []
  if (!names.has('index.html')) faults.push('There is no index.html at the top.')
  for (const { name, input } of files) {
    if (!/^[\w./@-]+$/.test(name)) faults.push(`${name}: portals may refuse this name.`)
    if (!/\.(?:html|css)$/.test(name)) continue
    const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/') + 1) : ''
    for (const address of addresses(input.toString())) {
      if (/^(?:data:|blob:|#)/.test(address)) continue
      if (/^(?:[a-z]+:|\/)/i.test(address)) faults.push(`${name}: “${address}” leads out of the archive’s folder.`)
      else if (!names.has(new URL(address, `http://x/${folder}`).pathname.slice(1))) faults.push(`${name}: “${address}” is missing.`)
    }
  }
  return faults
}

/** @returns {Promise<Buffer>} a zip */
export const archiveOf = async (files) => Buffer.from(await downloadZip(files).arrayBuffer())
