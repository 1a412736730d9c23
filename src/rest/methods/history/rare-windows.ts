import { pageEdges } from '~/domain/history/cursor'
import { joinPages, type MessagePage } from '~/domain/history/history'
import type { ChatId, MessageId } from '~/domain/ids'
import { isPortalError } from '~/domain/portal/portal-error'
import type { DecodedPage } from '../../decode/decode-message-page.ts'
import { listOf, phpMap, wireId } from '../../decode/wire.ts'
import { askPage, askTogether, isShort, pageCommand, type HistoryScope } from './history-requests.ts'
import { aroundId, page } from './load-window.ts'

// What `load-window.ts` tries where its usual ways yield nothing.

/**
 * By a page without any cursor, which every portal has. It may stand at the border of what is unread and be no
 * unbroken one (`docs/bitrix24/rest.md` §3), so it is read for its ids; only when they lead nowhere is the page itself shown.
 * Where it is empty, the dialog is.
 */
export async function atTheUnread(scope: HistoryScope): Promise<MessagePage | null> {
  const border = await askPage(scope, pageCommand(scope, {}))
  const known = border.messages.at(-1)?.id
  if (known === undefined) return border.received === 0 ? page(border, { older: true, newer: true }) : null
  const last = await lastMessageId(scope)
  const atLast = last !== null && last > known ? await aroundId(scope, last) : null
  return atLast ?? (await aroundKnown(scope, border, known)) ?? page(border, {})
}

/** `last_message_id` of the chat's card; null where the portal does not send it. */
async function lastMessageId({ client, dialogId, options }: HistoryScope): Promise<MessageId | null> {
  try {
    const id = Number(phpMap(await client.call('im.dialog.get', { DIALOG_ID: dialogId }, options))['last_message_id'])
    return id > 0 ? (id as MessageId) : null
  } catch (error) {
    if (isPortalError(error)) return null
    throw error
  }
}

/** What lies on both sides of a message that is already loaded; null when it has been deleted since. */
async function aroundKnown(scope: HistoryScope, hand: DecodedPage, known: MessageId): Promise<MessagePage | null> {
  const commands = { below: pageCommand(scope, { LAST_ID: known }), above: pageCommand(scope, { FIRST_ID: known }) }
  const both = await askTogether(scope, commands)
  const below = both.below ?? (await askPage(scope, commands.below))
  const above = both.above ?? (await askPage(scope, commands.above))
  // It had neighbours; finding none now means that the portal no longer knows the message.
  if (below.received === 0 && above.received === 0 && hand.received > 1) return null
  const itself = { ...hand, messages: hand.messages.filter(({ id }) => id === known), lost: 0 }
  const joined = joinPages(joinPages(below, itself), above)
  const edges = pageEdges(joined.messages)
  return { ...joined, older: isShort(below) ? null : edges.older, newer: isShort(above) ? null : edges.newer }
}

/** The nearest message below an id, whether or not a message has that id: the search compares ids (`docs/bitrix24/rest.md` §6.1). Null for none. */
export async function nearestBelow({ client, options }: HistoryScope, id: MessageId, chatId: ChatId): Promise<MessageId | null> {
  try {
    const params = { CHAT_ID: chatId, ORDER: { ID: 'DESC' }, LIMIT: 1, LAST_ID: id }
    const answer = phpMap(await client.call('im.dialog.messages.search', params, options))
    const nearest = wireId(phpMap(listOf(answer['messages'])[0])['id'])
    return nearest !== null && nearest < id ? (nearest as MessageId) : null
  } catch (error) {
    // Older portals have no search.
    if (isPortalError(error)) return null
    throw error
  }
}
