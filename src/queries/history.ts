import { infiniteQueryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { isNeighbour, type Cursor, type WindowStart } from '~/domain/history/cursor'
import { appendArrived, mergePages, type MessagePage } from '~/domain/history/history'
import type { DialogId, MessageId } from '~/domain/ids'
import type { RestClient } from '~/rest/client/client'
import { loadNeighbour } from '~/rest/methods/load-neighbour'
import { loadWindow } from '~/rest/methods/load-window'

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
    queryFn: ({ pageParam, signal }) =>
      isNeighbour(pageParam) ? loadNeighbour(client, dialogId, pageParam, { signal }) : loadWindow(client, dialogId, pageParam, { signal }),
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

/** Whether a window holds any of some messages. */
export const holds = (data: HistoryData | undefined, is: (id: MessageId) => boolean): boolean =>
  data?.pages.some((page) => page.messages.some(({ id }) => is(id))) ?? false

/** Whether a window is loaded and holds a message. */
export const windowContains = (
  queryClient: QueryClient,
  client: RestClient,
  dialogId: DialogId,
  start: WindowStart,
  id: MessageId,
): boolean => holds(queryClient.getQueryData<HistoryData>([...historyQuery(client, dialogId, start).queryKey]), (held) => held === id)

/** Begins the keys of all windows of a dialog. */
export const historyKey = (client: RestClient, dialogId: DialogId) => [client.portal, 'history', dialogId] as const

/** All windows of a dialog that are loaded. */
export const windowsOf = (queryClient: QueryClient, client: RestClient, dialogId: DialogId): HistoryData[] =>
  queryClient.getQueriesData<HistoryData>({ queryKey: historyKey(client, dialogId) }).flatMap(([, data]) => data ?? [])

/** Starts a second window with the pages of a first one; from then on they are independent. */
export function seedWindow(queryClient: QueryClient, client: RestClient, dialogId: DialogId, from: WindowStart, to: WindowStart): void {
  const key = [...historyQuery(client, dialogId, to).queryKey]
  queryClient.setQueryData<HistoryData>(
    key,
    queryClient.getQueryData<HistoryData>(key) ?? queryClient.getQueryData<HistoryData>([...historyQuery(client, dialogId, from).queryKey]),
  )
}

/** Adds messages that have arrived to a window whose end is loaded; `end`: whether they reach the newest one. */
export function addArrived(queryClient: QueryClient, query: ReturnType<typeof historyQuery>, arrived: MessagePage, end: boolean): void {
  queryClient.setQueryData<HistoryData>([...query.queryKey], (data) => {
    const last = data?.pages.at(-1)
    if (!data || !last || last.newer !== null) return data
    return { ...data, pages: [...data.pages.slice(0, -1), appendArrived(last, arrived, end)] }
  })
}
