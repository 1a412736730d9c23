// Puts `.br` and `.gz` beside the files of a build, for servers that send what is there (sirv, nginx, …).
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Source maps are for debugging, close to the server. */
const worthIt = /\.(?:js|css|html|svg|json|webmanifest)$/
// The highest quality takes eight times as long for a twentieth less.
const brotli = (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
const encodings = { '.br': brotli, '.gz': (bytes) => promisify(gzip)(bytes, { level: 9 }) }

/** Compresses what is in a directory and below, unless that has been done. */
export async function compressFiles(directory) {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && worthIt.test(entry.name)).map((entry) => join(entry.parentPath, entry.name))
  await Promise.all(
    files.map(async (file) => {
      const { mtimeMs } = await stat(file)
      const missing = []
      for (const extension of Object.keys(encodings)) if (!(await isNewer(file + extension, mtimeMs))) missing.push(extension)
      if (missing.length === 0) return
      const bytes = await readFile(file)
      await Promise.all(missing.map(async (extension) => writeFile(file + extension, await encodings[extension](bytes))))
    }),
  )
}

const isNewer = (file, mtimeMs) =>
  stat(file).then(
    (found) => found.mtimeMs >= mtimeMs,
    () => false,
  )
