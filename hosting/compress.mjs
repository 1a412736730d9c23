// Puts `.br` and `.gz` beside the files of a build, for servers that send what is there (this one, nginx, …).
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Source maps are for debugging, close to the server. */
export const isWorthCompressing = (name) => /\.(?:js|css|html|svg|json|webmanifest|md)$/.test(name)

/** By extension. The highest quality of brotli takes eight times as long for a twentieth less. */
export const encodings = {
  '.br': (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  '.gz': (bytes) => promisify(gzip)(bytes, { level: 9 }),
}

/** Compresses what is in a directory and below. */
export async function compressFiles(directory) {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && isWorthCompressing(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file)
      await Promise.all(Object.entries(encodings).map(async ([extension, encode]) => writeFile(file + extension, await encode(bytes))))
    }),
  )
}
