import { infiniteQueryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { isNeighbour, type Cursor, type WindowStart } from '~/domain/history/cursor'
import { fulfils } from '~/domain/history/fulfils'
import { mergePages, type MessagePage } from '~/domain/history/history'
import type { DialogId } from '~/domain/ids'
import { nextTask } from '~/lib/next-task'
import type { RestClient } from '~/rest/client/client'
import { loadNeighbour } from '~/rest/methods/history/load-neighbour'
import { loadWindow } from '~/rest/methods/history/load-window'

/** Pages kept around the reader; those beyond are dropped and read again when the reader scrolls there. */
export const MAX_PAGES = 10

export type HistoryData = InfiniteData<MessagePage, Cursor>

// At module scope, so that a re-render does not merge again.
const selectHistory = (data: HistoryData) => mergePages(data.pages)

// Widens the type: later pages start at neighbour cursors.
const asCursor = (start: Cursor): Cursor => start

/**
 * One window of a dialog's history. Pages ascend: the previous page is older (LAST_ID), the next is newer
 * (FIRST_ID). Each start is a query of its own, so a window that was left stays as it was.
 */
export const historyQuery = (client: RestClient, dialogId: DialogId, start: WindowStart) =>
  infiniteQueryOptions({
    queryKey: [...historyKey(client, dialogId), start],
    queryFn: async ({ pageParam, signal }) => {
      if (!isNeighbour(pageParam)) return loadWindow(client, dialogId, pageParam, { signal })
      // It is asked for while the list is scrolled: to send a request, or to draw its answer, takes as long as a frame, and the one in
      // which rows are mounted has no room for it.
      await nextTask()
      const page = await loadNeighbour(client, dialogId, pageParam, { signal })
      await nextTask()
      return page
    },
    initialPageParam: asCursor(start),
    getPreviousPageParam: (oldestPage) => oldestPage.older,
    getNextPageParam: (newestPage) => newestPage.newer,
    maxPages: MAX_PAGES,
    select: selectHistory,
    // Pages never change. Structural sharing compares by position: after a page is prepended it would copy every message.
    structuralSharing: false,
    // A refetch would read every page again, from the oldest on. To start afresh, reset the query.
    staleTime: 'static',
  })

/** Whether a window has what a start promises; null while it is not loaded. */
export function windowFulfils(
  queryClient: QueryClient,
  client: RestClient,
  dialogId: DialogId,
  window: WindowStart,
  promise: WindowStart,
): boolean | null {
  const data = queryClient.getQueryData<HistoryData>([...historyQuery(client, dialogId, window).queryKey])
  return data ? fulfils(data.pages, promise) : null
}

/** Begins the keys of all windows of a dialog. */
export const historyKey = (client: RestClient, dialogId: DialogId) => [client.portal, 'history', dialogId] as const
