// A build in memory: what is served is what was there at the start, whatever happens to the directory.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { encodings, isWorthCompressing } from './compress.mjs'

const types = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
}

const typeOf = (path) => types[path.split('.').at(-1)] ?? 'application/octet-stream'

/** @typedef {{ bytes: Buffer, etag: string }} Body */
/** @typedef {{ type: string, plain: Body, br: Body | null, gzip: Body | null }} ServedFile `null`: not worth it */

/** @returns {Body} */
const bodyOf = (bytes) => ({ bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` })

/**
 * Reads a build.
 * @param {string} directory
 * @param {(page: string) => string} [changePage] what the page is made into before it is served
 * @returns {Promise<ReadonlyMap<string, ServedFile>>} by path, such as `/index.html`
 */
export async function readBuild(directory, changePage) {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const isThere = new Set(paths)
  const isCompressed = (path) =>
    Object.keys(encodings).some((extension) => path.endsWith(extension) && isThere.has(path.slice(0, -extension.length)))
  const files = await Promise.all(
    paths
      .filter((path) => !isCompressed(path))
      .map(async (path) => {
        const name = `/${relative(directory, path).split(sep).join('/')}`
        const read = await readFile(path)
        const changed = changePage && name === '/index.html' ? Buffer.from(changePage(read.toString())) : null
        const bytes = changed ?? read
        const encoded = async (extension) => {
          if (!isWorthCompressing(name)) return null
          // One that was changed has none beside it, and neither has a build that was made by other means.
          const made =
            changed === null && isThere.has(path + extension) ? await readFile(path + extension) : await encodings[extension](bytes)
          return bodyOf(made)
        }
        return [name, { type: typeOf(name), plain: bodyOf(bytes), br: await encoded('.br'), gzip: await encoded('.gz') }]
      }),
  )
  return new Map(files)
}
