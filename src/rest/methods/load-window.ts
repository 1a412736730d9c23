import { cursorBeyond, pageEdges, type WindowStart } from '~/domain/history/cursor'
import { joinPages, type MessagePage } from '~/domain/history/history'
import type { ChatId, DialogId, MessageId } from '~/domain/ids'
import { isPortalError, PortalError } from '~/domain/portal/portal-error'
import type { CallOptions, RestClient } from '../client/client.ts'
import type { DecodedPage } from '../decode/decode-message-page.ts'
import { listOf, phpMap, wireId } from '../decode/wire.ts'
import { askPage, askTogether, isShort, pageCommand, type HistoryScope } from './history-requests.ts'
import { pageBeyond } from './page-beyond.ts'
import { aroundCommands, newestCommand, OLDER_HALF, oldestCommand } from './window-request.ts'

/** One way to get a first page; null where it yields none. */
type Attempt = () => Promise<MessagePage | null>

/** The page as it is cached, with an edge closed where the history is known to end. */
function page(decoded: DecodedPage, ends: { readonly older?: boolean; readonly newer?: boolean }): MessagePage {
  const { received: _, ...found } = decoded
  return { ...found, older: ends.older ? null : found.older, newer: ends.newer ? null : found.newer }
}

const hasMessages = ({ messages }: MessagePage): boolean => messages.length > 0

/** The newest page, by a cursor above every id. */
async function atTheEnd(scope: HistoryScope): Promise<MessagePage | null> {
  const newest = await askPage(scope, newestCommand(scope.dialogId))
  return hasMessages(newest) ? page(newest, { newer: true, older: isShort(newest) }) : null
}

/** The first page of what the reader may see. */
async function atTheBeginning(scope: HistoryScope): Promise<MessagePage | null> {
  const oldest = await askPage(scope, oldestCommand(scope.dialogId))
  return hasMessages(oldest) ? page(oldest, { older: true, newer: isShort(oldest) }) : null
}

/**
 * By a page without any cursor, which every portal has. It may stand at the border of what is unread and be no
 * unbroken one (`docs/bitrix24/rest.md` §3), so it is read for its ids; only when they lead nowhere is the page itself shown.
 * Where it is empty, the dialog is.
 */
async function atTheUnread(scope: HistoryScope): Promise<MessagePage | null> {
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

/**
 * Both neighbourhoods of a message in one request: those below it, and then from the nearest of them on, so that the
 * two parts join and only ids that the portal sent are used. Null when nothing lies below: it is the first message, or
 * none of this dialog, or has been deleted.
 */
async function aroundId(scope: HistoryScope, id: MessageId): Promise<MessagePage | null> {
  const commands = aroundCommands(scope.dialogId, id)
  const both = await askTogether(scope, commands)
  // A portal without batches, or one whose members failed: one after the other, each with its own retries.
  const below = both.below ?? (await askPage(scope, commands.below))
  const idsDown = below.messages.map((message) => message.id).toReversed()
  const [nearest] = idsDown
  const cursor = cursorBeyond('newer', idsDown)
  if (nearest === undefined || cursor === null || nearest >= id) return null
  // The second part began at some message of the first, so they overlap or adjoin.
  const above = await pageBeyond(scope, cursor, both.above)
  if (above === null) return page(below, { older: below.received < OLDER_HALF })
  const joined = joinPages(below, above)
  return { ...joined, older: below.received < OLDER_HALF ? null : pageEdges(joined.messages).older }
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

/** Whether a message belongs on the first page of the history, even if it no longer exists. */
const isPlaceOf = (id: MessageId, first: MessagePage): boolean => first.newer === null || first.messages.some((message) => message.id >= id)

/** The nearest message below an id, whether or not a message has that id: the search compares ids (`docs/bitrix24/rest.md` §6.1). Null for none. */
async function nearestBelow({ client, options }: HistoryScope, id: MessageId, chatId: ChatId): Promise<MessageId | null> {
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

/**
 * The ways to load a window, the usual one first. It is usually enough; the others are for portals that answer a cursor they
 * do not know with nothing, and for deleted messages. None of them calls another, so each is tried once at most.
 */
function attempts(scope: HistoryScope, start: WindowStart): readonly Attempt[] {
  let beginning: Promise<MessagePage | null> | undefined
  const first: Attempt = () => (beginning ??= atTheBeginning(scope))
  const end: Attempt = () => atTheEnd(scope)
  const unread: Attempt = () => atTheUnread(scope)
  if (start.at === 'newest') return [end, unread, first]
  if (start.at === 'oldest') return [first, end, unread]
  const { id } = start
  const firstIfThere: Attempt = async () => {
    const found = await first()
    return found && isPlaceOf(id, found) ? found : null
  }
  const whereItWas: Attempt = async () => {
    const chatId = (await first())?.chatId ?? null
    const nearest = chatId === null ? null : await nearestBelow(scope, id, chatId)
    return nearest === null ? null : aroundId(scope, nearest)
  }
  return [() => aroundId(scope, id), firstIfThere, whereItWas, end, unread, first]
}

/**
 * The first page of a window, at most 100 messages. An edge is null only where the history is known to end.
 * @throws {PortalError} code `contract`, when there are records and none that can be placed
 */
export async function loadWindow(
  client: RestClient,
  dialogId: DialogId,
  start: WindowStart,
  options: CallOptions = {},
): Promise<MessagePage> {
  for (const attempt of attempts({ client, dialogId, options }, start)) {
    const found = await attempt()
    if (found) return found
  }
  throw new PortalError('contract', 'No record of this dialog has an id.', { detail: 'MESSAGES' })
}
