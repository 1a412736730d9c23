import type { Plugin } from 'vite'
import { compressFiles } from '../hosting/compress.mjs'

/** Compresses the files of a build, once they are all there, so that no server has to. */
export function compressedFiles(): Plugin {
  let directory = ''
  return {
    name: 'compressed-files',
    apply: 'build',
    configResolved: ({ build }) => void (directory = build.outDir),
    closeBundle: () => compressFiles(directory),
  }
}
