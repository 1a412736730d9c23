import type { WindowStart } from '~/domain/history/cursor'
import type { MessageId } from '~/domain/ids'
import type { SearchScope } from '../MessageSearch.ts'
import { historyQuery, windowFulfils, type HistoryData } from './history.ts'

/** Makes pages the window around a message, as far as there is none that holds it: a jump there asks for nothing. */
export function keepWindow({ queryClient, client, dialogId }: SearchScope, id: MessageId, pages: HistoryData['pages']): void {
  let start: WindowStart & { at: 'around' } = { at: 'around', id }
  // As a jump there chooses its window.
  while (windowFulfils(queryClient, client, dialogId, start, start) === false) start = { ...start, visit: (start.visit ?? 0) + 1 }
  if (windowFulfils(queryClient, client, dialogId, start, start) === null)
    queryClient.setQueryData<HistoryData>([...historyQuery(client, dialogId, start).queryKey], { pages, pageParams: [start] })
}
