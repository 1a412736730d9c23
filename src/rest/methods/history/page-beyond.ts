import { cursorBeyond, type NeighbourCursor } from '~/domain/history/cursor'
import type { MessagePage } from '~/domain/history/history'
import type { DecodedPage } from '../../decode/decode-message-page.ts'
import { loadPart } from '../../client/load-part.ts'
import { askPage, isShort, pageCommand, type HistoryScope } from './history-requests.ts'

/** The messages that lie beyond a known one. */
export const beyond = ({ at, than }: NeighbourCursor, { messages }: Pick<MessagePage, 'messages'>): MessagePage['messages'] =>
  messages.filter(({ id }) => (at === 'older' ? id < than : id > than))

/** The part of a page beyond a known message, as the page next to it; `isEnd` closes its outer edge. */
export function asNeighbour(cursor: NeighbourCursor, found: MessagePage, isEnd: boolean): MessagePage {
  const messages = beyond(cursor, found)
  const ascending = messages.map(({ id }) => id)
  const descending = ascending.toReversed()
  const [outermostFirst, nearestFirst] = cursor.at === 'older' ? [ascending, descending] : [descending, ascending]
  const outer = isEnd ? null : cursorBeyond(cursor.at, [...outermostFirst, cursor.than, ...cursor.probes])
  const back = cursor.at === 'older' ? 'newer' : 'older'
  // The edge towards the known message stays open even when nothing was found: the neighbour is there.
  const inner = cursorBeyond(back, nearestFirst) ?? { at: back, than: cursor.than, probes: [] }
  return {
    messages,
    users: found.users,
    files: found.files,
    chatId: found.chatId,
    lost: found.lost,
    older: cursor.at === 'older' ? outer : inner,
    newer: cursor.at === 'older' ? inner : outer,
  }
}

/**
 * The page next to a known message; null when none of the known ids leads there. An empty page is not conclusive:
 * an unknown cursor may get one too (`docs/bitrix24/rest.md` §7, row 2). Nor is a full page without a message beyond,
 * whether its records have no ids or the portal ignored the cursor.
 * `answered` is the answer to the cursor itself, if it has already arrived.
 * @throws {PortalError}
 */
export async function pageBeyond(scope: HistoryScope, cursor: NeighbourCursor, answered?: DecodedPage): Promise<MessagePage | null> {
  const at = cursor.at === 'older' ? 'LAST_ID' : 'FIRST_ID'
  const command = (id: number) => pageCommand(scope, { [at]: id })
  const tells = (page: DecodedPage) => beyond(cursor, page).length > 0 || (page.received > 0 && isShort(page))
  const first = answered ?? (await askPage(scope, command(cursor.than)))
  if (tells(first)) return asNeighbour(cursor, first, isShort(first))
  if (cursor.probes.length === 0) return null
  // Few portals and few windows come to this.
  const { askProbes } = await loadPart(() => import('./ask-probes.ts'))
  for await (const page of askProbes(scope, cursor.probes.map(command))) {
    if (tells(page)) return asNeighbour(cursor, page, isShort(page))
  }
  return null
}
