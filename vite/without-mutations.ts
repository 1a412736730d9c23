import type { Plugin } from 'vite'

const IMPORTER = /\/@tanstack\/query-core\/build\/modern\/queryClient\.js$/
const MODULE = './mutationCache.js'
const EMPTY = '\0without-mutations'

/** What a client of queries asks of its mutations when it is cleared, and when the page is seen or connected again. */
const source = 'export class MutationCache { clear() {} findAll() { return [] } resumePausedMutations() { return Promise.resolve() } }'

/**
 * Leaves mutations out of `@tanstack/query-core`: nothing is ever written to a portal, so there are none. They are 5 kB of what
 * the first messages wait for.
 */
export const withoutMutations = (): Plugin => ({
  name: 'without-mutations',
  enforce: 'pre',
  apply: 'build',
  resolveId: (id, importer) => (id === MODULE && importer !== undefined && IMPORTER.test(importer) ? EMPTY : null),
  load: (id) => (id === EMPTY ? source : null),
})
