import type { QueryClient } from '@tanstack/react-query'
import type { WindowStart } from '~/domain/history/cursor'
import type { DialogId, MessageId } from '~/domain/ids'
import type { RestClient } from '~/rest/client/client'
import { historyKey, historyQuery, windowFulfils, type HistoryData } from './history.ts'

/** The visit of windows that the viewer reads in: a timeline counts from nothing upwards. */
const VIEWER = -1

/** Whether a window holds any of some messages. */
export const holds = (data: HistoryData | undefined, is: (id: MessageId) => boolean): boolean =>
  data?.pages.some((page) => page.messages.some(({ id }) => is(id))) ?? false

/** All windows of a dialog that are loaded. */
export const windowsOf = (queryClient: QueryClient, client: RestClient, dialogId: DialogId): HistoryData[] =>
  queryClient.getQueriesData<HistoryData>({ queryKey: historyKey(client, dialogId) }).flatMap(([, data]) => data ?? [])

/**
 * The viewer's own window around a message, with the pages of the timeline's when those hold the message; from then on the
 * two are independent. One that was opened before and has lost the message since is forgotten, and read anew.
 */
export function viewerWindow(
  queryClient: QueryClient,
  client: RestClient,
  dialogId: DialogId,
  shown: WindowStart,
  id: MessageId,
): WindowStart {
  const own: WindowStart = { at: 'around', id, visit: VIEWER }
  const key = [...historyQuery(client, dialogId, own).queryKey]
  if (windowFulfils(queryClient, client, dialogId, own, own)) return own
  queryClient.removeQueries({ queryKey: key, exact: true })
  if (windowFulfils(queryClient, client, dialogId, shown, own))
    queryClient.setQueryData(key, queryClient.getQueryData<HistoryData>([...historyQuery(client, dialogId, shown).queryKey]))
  return own
}
