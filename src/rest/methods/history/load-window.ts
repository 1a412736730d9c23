import { cursorBeyond, pageEdges, type WindowStart } from '~/domain/history/cursor'
import { joinPages, type MessagePage } from '~/domain/history/history'
import type { DialogId, MessageId } from '~/domain/ids'
import { PortalError } from '~/domain/portal/portal-error'
import type { CallOptions, RestClient } from '../../client/client.ts'
import type { DecodedPage } from '../../decode/decode-message-page.ts'
import { loadPart } from '../../client/load-part.ts'
import { askPage, askTogether, isShort, type HistoryScope } from './history-requests.ts'
import { pageBeyond } from './page-beyond.ts'
import { aroundCommands, newestCommand, OLDER_HALF, oldestCommand } from './window-request.ts'

/** One way to get a first page; null where it yields none. */
type Attempt = () => Promise<MessagePage | null>

/** The page as it is cached, with an edge closed where the history is known to end. */
export function page(decoded: DecodedPage, ends: { readonly older?: boolean; readonly newer?: boolean }): MessagePage {
  const { received: _, ...found } = decoded
  return { ...found, older: ends.older ? null : found.older, newer: ends.newer ? null : found.newer }
}

/** Ways that few portals and few windows need. */
const rareWindows = () => loadPart(() => import('./rare-windows.ts'))

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
 * Both neighbourhoods of a message in one request: those below it, and then from the nearest of them on, so that the
 * two parts join and only ids that the portal sent are used. Null when nothing lies below: it is the first message, or
 * none of this dialog, or has been deleted.
 */
export async function aroundId(scope: HistoryScope, id: MessageId): Promise<MessagePage | null> {
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

/** Whether a message belongs on the first page of the history, even if it no longer exists. */
const isPlaceOf = (id: MessageId, first: MessagePage): boolean => first.newer === null || first.messages.some((message) => message.id >= id)

/**
 * The ways to load a window, the usual one first. It is usually enough; the others are for portals that answer a cursor they
 * do not know with nothing, and for deleted messages. None of them calls another, so each is tried once at most.
 */
function attempts(scope: HistoryScope, start: WindowStart): readonly Attempt[] {
  let beginning: Promise<MessagePage | null> | undefined
  const first: Attempt = () => (beginning ??= atTheBeginning(scope))
  const end: Attempt = () => atTheEnd(scope)
  const unread: Attempt = async () => (await rareWindows()).atTheUnread(scope)
  if (start.at === 'newest') return [end, unread, first]
  if (start.at === 'oldest') return [first, end, unread]
  const { id } = start
  const firstIfThere: Attempt = async () => {
    const found = await first()
    return found && isPlaceOf(id, found) ? found : null
  }
  const whereItWas: Attempt = async () => {
    const chatId = (await first())?.chatId ?? null
    const nearest = chatId === null ? null : await (await rareWindows()).nearestBelow(scope, id, chatId)
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
