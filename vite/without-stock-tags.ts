import type { Plugin } from 'vite'

const PACKAGE = '/bbcode-to-react/lib/'
const PREFIX = '\0without-stock-tags:'

/** By the names under which the package imports them itself. */
const replacements: Readonly<Record<string, string>> = {
  './tags': 'export default {}',
  './renderer': 'export default class Renderer {}',
  './constants': 'export default {}',
}

/**
 * Leaves out of `bbcode-to-react` what is never used: its own tags, in whose place `src/bbcode/tags` stand, and its
 * writer of HTML with the patterns for it (`docs/decisions/0005-bbcode.md`). It is 4 kB of what the first messages wait for.
 */
export const withoutStockTags = (): Plugin => ({
  name: 'without-stock-tags',
  enforce: 'pre',
  apply: 'build',
  resolveId: (id, importer) => (importer?.includes(PACKAGE) && id in replacements ? PREFIX + id : null),
  load: (id) => (id.startsWith(PREFIX) ? (replacements[id.slice(PREFIX.length)] ?? null) : null),
})
