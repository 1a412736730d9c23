import type { NeighbourCursor } from '~/domain/history/cursor'
import type { MessagePage } from '~/domain/history/history'
import { PortalError } from '~/domain/portal/portal-error'
import type { HistoryScope } from './history-requests.ts'
import { loadWindow } from './load-window.ts'
import { asNeighbour, beyond } from './page-beyond.ts'

/** When no known message leads further: what the page at that end of the history shows. */
export async function neighbourFromTheEnd({ client, dialogId, options }: HistoryScope, cursor: NeighbourCursor): Promise<MessagePage> {
  const isOlder = cursor.at === 'older'
  const end = await loadWindow(client, dialogId, isOlder ? { at: 'oldest' } : { at: 'newest', visit: 0 }, options)
  const found = beyond(cursor, end)
  const isOutermost = (isOlder ? end.older : end.newer) === null
  // The page reaches the known message if it also holds some on this side of it, or if there are none on this side.
  const joins = end.messages.length > found.length || (isOlder ? end.newer : end.older) === null
  if (end.messages.length === 0 || (isOutermost && found.length === 0) || (joins && found.length > 0)) {
    return asNeighbour(cursor, end, isOutermost)
  }
  throw new PortalError('contract', 'None of the known messages leads to those that lie beyond.', { detail: 'CURSOR' })
}
