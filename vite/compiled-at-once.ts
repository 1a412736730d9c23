import type { Plugin } from 'vite'

const HINT = '//# allFunctionsCalledOnLoad\n'

/** A map of sources for code above which a line has been put. */
function aLineLower(json: string): string {
  const map = JSON.parse(json) as { mappings: string }
  return JSON.stringify({ ...map, mappings: `;${map.mappings}` })
}

/**
 * Has Chromium compile all functions of the files that the first messages wait for as they arrive, beside the main thread. Left to itself it
 * compiles each of them when it is first called, on the main thread (`docs/decisions/0007-first-request.md`). Other browsers read a comment.
 *
 * @param names of the chunks, besides the entry
 */
export const compiledAtOnce = (names: readonly string[]): Plugin => ({
  name: 'compiled-at-once',
  apply: 'build',
  generateBundle: {
    // The comment has to be the first line, before the lists of styles, which Vite writes there.
    order: 'post',
    handler(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !(chunk.isEntry || names.includes(chunk.name))) continue
        chunk.code = HINT + chunk.code
        const map = chunk.sourcemapFileName ? bundle[chunk.sourcemapFileName] : undefined
        if (map?.type === 'asset') map.source = aLineLower(String(map.source))
      }
    },
  },
})
