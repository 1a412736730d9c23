import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { WindowStart } from '~/domain/history/cursor'
import { HistoryEnricher } from '~/domain/history/enrichment'
import type { History } from '~/domain/history/history'
import type { DialogId } from '~/domain/ids'
import type { PortalError } from '~/domain/portal/portal-error'
import { enrichmentQuery } from '~/queries/history/enrichment'
import { historyQuery } from '~/queries/history/history'
import { usePortal } from '~/queries/portal-context'

/** State of one end of what is loaded. */
export type EdgeState = 'more' | 'loading' | 'failed' | 'end'

export interface HistoryWindow {
  readonly history: History | undefined
  /** Why the window could not be opened at all, or why the side that has failed could not be loaded. */
  readonly error: PortalError | null
  readonly older: EdgeState
  readonly newer: EdgeState
  /** Loads the next page on a side, unless it is already loading, has failed or does not exist. */
  readonly want: (side: 'older' | 'newer') => void
  readonly retry: (side: 'older' | 'newer') => void
  readonly reload: () => void
}

/** One window of the dialog's history, growing both ways, with what was learned about its messages later. */
export function useHistoryWindow(dialogId: DialogId, start: WindowStart): HistoryWindow {
  const client = usePortal()
  const queryClient = useQueryClient()
  const options = historyQuery(client, dialogId, start)
  const query = useInfiniteQuery(options)
  const { data: read } = query
  const { data: facts } = useQuery(enrichmentQuery(client, dialogId))
  const [enricher] = useState(() => new HistoryEnricher())
  const history = useMemo(() => read && enricher.enrich(read, facts ?? {}), [enricher, read, facts])
  const older = stateOf(query.isFetchingPreviousPage, query.isFetchPreviousPageError, query.hasPreviousPage)
  const newer = stateOf(query.isFetchingNextPage, query.isFetchNextPageError, query.hasNextPage)
  // One page at a time: another request would cancel the current one.
  const fetchSide = (side: 'older' | 'newer') =>
    void (side === 'older' ? query.fetchPreviousPage : query.fetchNextPage)({ cancelRefetch: false })
  return {
    history,
    error: query.error,
    older,
    newer,
    want: (side) => {
      if ((side === 'older' ? older : newer) === 'more' && !query.isFetching) fetchSide(side)
    },
    retry: fetchSide,
    reload: () => void queryClient.resetQueries({ queryKey: options.queryKey }),
  }
}

const stateOf = (isFetching: boolean, hasFailed: boolean, hasMore: boolean): EdgeState =>
  isFetching ? 'loading' : hasFailed ? 'failed' : hasMore ? 'more' : 'end'
