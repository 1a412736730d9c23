import type { NeighbourCursor, WindowStart } from '~/domain/cursor'
import { pageEdges } from '~/domain/cursor'
import { joinPages, type MessagePage } from '~/domain/history'
import type { DialogId, MessageId } from '~/domain/ids'
import { isPortalError } from '~/domain/portal-error'
import type { CallOptions, Command, RestClient, RestParams } from '../client/client.ts'
import { decodeMessagePage, type DecodedPage } from '../decode/decode-message-page.ts'
import { aroundCommands, HISTORY_METHOD, newestCommand, OLDER_HALF, oldestCommand, PAGE_LIMIT } from './window-request.ts'
import { phpMap } from '../decode/wire.ts'

interface Scope {
  readonly client: RestClient
  readonly dialogId: DialogId
  readonly options: CallOptions
}

async function send({ client, options }: Scope, { method, params }: Command): Promise<DecodedPage> {
  return decodeMessagePage(await client.call(method, params, options), client.portal)
}

const request = (scope: Scope, params: RestParams): Promise<DecodedPage> =>
  send(scope, { method: HISTORY_METHOD, params: { DIALOG_ID: scope.dialogId, LIMIT: PAGE_LIMIT, ...params } })

/** The page as it is cached, with an edge closed where the history is known to end. */
function page(decoded: DecodedPage, ends: { readonly older?: boolean; readonly newer?: boolean }): MessagePage {
  const { received: _, ...rest } = decoded
  return { ...rest, older: ends.older ? null : rest.older, newer: ends.newer ? null : rest.newer }
}

const isShort = (decoded: DecodedPage): boolean => decoded.received < PAGE_LIMIT

/**
 * The page next to a known message. A short page is the end of that side. An empty one is so only after
 * a question from another known id: an unknown cursor may be answered with nothing (`rest.md` §7, row 2).
 */
export async function loadNeighbour(
  client: RestClient,
  dialogId: DialogId,
  cursor: NeighbourCursor,
  options: CallOptions = {},
): Promise<MessagePage> {
  const scope = { client, dialogId, options }
  const name = cursor.at === 'older' ? 'LAST_ID' : 'FIRST_ID'
  const beyond = (id: MessageId) => (cursor.at === 'older' ? id < cursor.than : id > cursor.than)
  let found = await request(scope, { [name]: cursor.than })
  if (found.received === 0 && cursor.probe !== null) {
    const probed = await request(scope, { [name]: cursor.probe })
    const messages = probed.messages.filter((message) => beyond(message.id))
    found = { ...probed, messages, ...pageEdges(messages) }
  }
  // The edge towards the known message stays open even when nothing was found: the neighbour is there.
  const back: NeighbourCursor = { at: cursor.at === 'older' ? 'newer' : 'older', than: cursor.than, probe: cursor.probe }
  return cursor.at === 'older'
    ? page({ ...found, newer: found.newer ?? back }, { older: isShort(found) })
    : page({ ...found, older: found.older ?? back }, { newer: isShort(found) })
}

/** The newest page, and whether it is also the whole history. */
async function loadNewest(scope: Scope): Promise<MessagePage> {
  const newest = await send(scope, newestCommand(scope.dialogId))
  if (newest.received > 0) return page(newest, { newer: true, older: isShort(newest) })
  // Either an empty dialog, or a portal that answers an unknown cursor with nothing: then a known id is needed.
  const boundary = await request(scope, {})
  const known = boundary.messages.at(-1)?.id
  if (known === undefined) return page(boundary, { newer: true, older: true })
  const last = await lastMessageId(scope)
  return loadAround(scope, last ?? known)
}

/** `last_message_id` of the chat's card; null where the portal does not tell it. */
async function lastMessageId({ client, dialogId, options }: Scope): Promise<MessageId | null> {
  try {
    const id = Number(phpMap(await client.call('im.dialog.get', { DIALOG_ID: dialogId }, options))['last_message_id'])
    return id > 0 ? (id as MessageId) : null
  } catch (error) {
    if (isPortalError(error)) return null
    throw error
  }
}

async function loadOldest(scope: Scope): Promise<MessagePage> {
  const oldest = await send(scope, oldestCommand(scope.dialogId))
  return page(oldest, { older: true, newer: isShort(oldest) })
}

/**
 * Both neighbourhoods of a message in one request: those below it, and then from the nearest of them on,
 * so that the two parts join and only ids that the portal sent are used.
 */
async function loadAround(scope: Scope, id: MessageId): Promise<MessagePage> {
  const halves = await loadHalves(scope, id)
  if (halves === null) {
    // Nothing lies below: it is the first message, or none of this dialog.
    const oldest = await loadOldest(scope)
    return oldest.messages.some((message) => message.id === id) || oldest.messages.length === 0 ? oldest : loadNewest(scope)
  }
  const { older, newer } = halves
  return {
    ...joinPages(older, newer),
    older: older.received < OLDER_HALF ? null : older.older,
    newer: isShort(newer) ? null : newer.newer,
  }
}

interface Halves {
  readonly older: DecodedPage
  readonly newer: DecodedPage
}

/** Null when nothing lies below the message. */
async function loadHalves(scope: Scope, id: MessageId): Promise<Halves | null> {
  const commands = aroundCommands(scope.dialogId, id)
  const batched = await batchHalves(scope, commands)
  // A portal without batches, or one whose members failed: one after the other, each with its own retries.
  const older = batched.older ?? (await send(scope, commands.below))
  const nearest = older.messages.at(-1)?.id
  if (nearest === undefined) return null
  // Proof that the two parts join: nothing of the second lies below the first.
  const joins = batched.newer?.messages.every((message) => message.id > nearest) ?? false
  return { older, newer: batched.newer && joins ? batched.newer : await request(scope, { FIRST_ID: nearest }) }
}

/** What one batch brings of the two halves. @throws {PortalError} when asking again would be of no use */
async function batchHalves({ client, options }: Scope, commands: ReturnType<typeof aroundCommands>): Promise<Partial<Halves>> {
  try {
    const answers = await client.batch(commands, options)
    if (answers['below'] && !answers['below'].ok) throw answers['below'].error
    return {
      ...(answers['below'] ? { older: decodeMessagePage(answers['below'].result, client.portal) } : {}),
      ...(answers['above']?.ok ? { newer: decodeMessagePage(answers['above'].result, client.portal) } : {}),
    }
  } catch (error) {
    if (!isPortalError(error) || ['auth', 'access', 'network'].includes(error.code)) throw error
    return {}
  }
}

/**
 * The first page of a window, at most 100 messages.
 * @throws {PortalError}
 */
export function loadWindow(client: RestClient, dialogId: DialogId, start: WindowStart, options: CallOptions = {}): Promise<MessagePage> {
  const scope = { client, dialogId, options }
  switch (start.at) {
    case 'newest':
      return loadNewest(scope)
    case 'oldest':
      return loadOldest(scope)
    case 'around':
      return loadAround(scope, start.id)
  }
}
