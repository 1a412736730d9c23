import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Side } from '~/domain/history/beyond'
import type { WindowStart } from '~/domain/history/cursor'
import { HistoryEnricher } from '~/domain/history/enrichment'
import type { History } from '~/domain/history/history'
import type { DialogId } from '~/domain/ids'
import type { PortalError } from '~/domain/portal/portal-error'
import { Cell, type Watched } from '~/lib/Cell'
import { enrichmentQuery } from '~/queries/history/enrichment'
import { historyQuery } from '~/queries/history/history'
import { usePortal } from '~/queries/portal-context'

/** State of one end of what is loaded. */
export type EdgeState = 'more' | 'failed' | 'end'

export interface HistoryWindow {
  readonly history: History | undefined
  /** Why the window could not be opened at all, or why the side that has failed could not be loaded. */
  readonly error: PortalError | null
  readonly older: EdgeState
  readonly newer: EdgeState
  /**
   * The side on which the next page is being loaded; null while none is. It is watched by whoever tells the reader: pages are read ahead
   * while the list is scrolled, and everything that the window shows would be drawn once more for each.
   */
  readonly loading: Watched<Side | null>
  /** Loads the next page on a side, unless it is already loading, has failed or does not exist. */
  readonly want: (side: Side) => void
  readonly retry: (side: Side) => void
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
  const older = stateOf(query.isFetchPreviousPageError, query.hasPreviousPage)
  const newer = stateOf(query.isFetchNextPageError, query.hasNextPage)
  const [loading] = useState(() => new Cell<Side | null>(null))
  const fetchSide = (side: Side) => {
    loading.set(side)
    // One page at a time: another request would cancel the current one.
    const page = (side === 'older' ? query.fetchPreviousPage : query.fetchNextPage)({ cancelRefetch: false })
    void page.finally(() => loading.set(null))
  }
  // How far the reader is from the end of what was read last is known once that is drawn.
  const isDrawn = () => queryClient.getQueryState(options.queryKey)?.dataUpdatedAt === query.dataUpdatedAt
  return {
    history,
    error: query.error,
    older,
    newer,
    loading,
    want: (side) => {
      if ((side === 'older' ? older : newer) === 'more' && loading.get() === null && isDrawn()) fetchSide(side)
    },
    retry: fetchSide,
    reload: () => void queryClient.resetQueries({ queryKey: options.queryKey }),
  }
}

const stateOf = (hasFailed: boolean, hasMore: boolean): EdgeState => (hasFailed ? 'failed' : hasMore ? 'more' : 'end')
