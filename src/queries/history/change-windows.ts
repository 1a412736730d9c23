import { hashKey, type QueryClient } from '@tanstack/react-query'
import type { WindowStart } from '~/domain/history/cursor'
import type { MessagePage } from '~/domain/history/history'
import { pagesToKeep } from '~/domain/history/reread'
import type { DialogId, MessageId } from '~/domain/ids'
import type { RestClient } from '~/rest/client/client'
import { historyKey, historyQuery, MAX_PAGES, type HistoryData } from './history.ts'

/** A window that is shown. */
export interface WindowScope {
  readonly queryClient: QueryClient
  readonly client: RestClient
  readonly dialogId: DialogId
  readonly start: WindowStart
}

/** Pages, and for each what it was read by. */
function withPages(data: HistoryData, pages: readonly MessagePage[], nearest: MessageId | null): HistoryData {
  const added = pages.slice(data.pages.length).map((page) => page.older ?? { at: 'newest' as const, visit: 0 })
  const { from, to } = pagesToKeep(pages, MAX_PAGES, nearest)
  return { pages: pages.slice(from, to), pageParams: [...data.pageParams, ...added].slice(from, to) }
}

/**
 * Changes the pages of all windows of a dialog: what has been deleted is gone from each.
 *
 * @param nearest the oldest message on the screen of the window that is shown
 * @returns false when a window is just being read: its answer would bring back the pages as they were, so it stays as it is
 */
export function changeWindows(
  { queryClient, client, dialogId, start }: WindowScope,
  nearest: MessageId | null,
  change: (pages: readonly MessagePage[]) => readonly MessagePage[],
): boolean {
  const shown = hashKey(historyQuery(client, dialogId, start).queryKey)
  let isComplete = true
  for (const query of queryClient.getQueryCache().findAll({ queryKey: historyKey(client, dialogId) })) {
    const data = query.state.data as HistoryData | undefined
    const pages = data && change(data.pages)
    if (!data || !pages || pages === data.pages) continue
    if (query.state.fetchStatus === 'fetching') isComplete = false
    else queryClient.setQueryData<HistoryData>(query.queryKey, withPages(data, pages, query.queryHash === shown ? nearest : null))
  }
  return isComplete
}
