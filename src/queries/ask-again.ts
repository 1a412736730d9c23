import type { Query, QueryClient } from '@tanstack/react-query'
import { mayPass } from '~/domain/portal/may-pass'

/**
 * What is shown somewhere and could not be loaded.
 * @param which errors count: those that may pass when absent
 */
export const failedQueries = (queryClient: QueryClient, which: (error: unknown) => boolean = mayPass): Query[] =>
  queryClient.getQueryCache().findAll({
    predicate: (query) =>
      query.state.status === 'error' && query.state.fetchStatus === 'idle' && query.isActive() && which(query.state.error),
  })

/** Asks once more for exactly what could not be loaded: of a history or a list the page that failed, and not those that are there. */
export function askFailedAgain(queryClient: QueryClient, which?: (error: unknown) => boolean): void {
  for (const query of failedQueries(queryClient, which)) {
    const { fetchMeta } = query.state
    // A failure is this query's own state, and shown where its data would be.
    query.fetch(undefined, fetchMeta ? { meta: fetchMeta } : {}).catch(() => {})
  }
}
