import type { ChatCard, ChatKind, ChatSummary, LastAttachment } from '~/domain/chat'
import { parseDialogId, type ChatId, type DialogId } from '~/domain/ids'
import { isPrivateDialog } from '~/domain/kind-of-dialog'
import { isPortalError, PortalError } from '~/domain/portal/portal-error'
import type { CallOptions, RestClient } from '../client/client.ts'
import { decodeUsers } from '../decode/decode-user.ts'
import { epochMs, flag, hexColor, httpUrl, listOf, nameText, phpMap, text } from '../decode/wire.ts'

/** Chats listed at a time, and the most that the portal gives in one answer. */
const RECENT_LIMIT = 50
const MAX_RECENT = 200
const SEARCH_LIMIT = 30

const wholeNumber = (value: unknown): number | null =>
  value !== undefined && value !== null && value !== '' && Number.isSafeInteger(Number(value)) ? Number(value) : null

const count = (value: unknown): number | null => (Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : null)

/** What is known of a private dialog that nobody has written in: it has no chat yet; `docs/bitrix24/rest.md` §2. */
export const UNWRITTEN_CARD: ChatCard = {
  chatId: null,
  title: '',
  color: null,
  avatarUrl: null,
  memberCount: null,
  messageCount: null,
  createdAt: null,
  lastMessageId: null,
  unread: 0,
  lastReadId: null,
}

/** The facts of a dialog; `docs/bitrix24/rest.md` §6.2, `im.dialog.get`. @throws {PortalError} */
export async function loadChatCard(client: RestClient, dialogId: DialogId): Promise<ChatCard> {
  const wire = phpMap(await client.collect('im.dialog.get', { DIALOG_ID: dialogId }, { priority: 'prefetch' }))
  const chatId = Number(wire['id'])
  if (!(chatId > 0)) throw new PortalError('contract', 'The answer of the portal is no chat.', { detail: 'CHAT' })
  return {
    chatId: chatId as ChatId,
    title: nameText(wire['name']),
    color: hexColor(wire['color']),
    avatarUrl: httpUrl(wire['avatar'], client.portal),
    memberCount: count(wire['user_counter']),
    messageCount: count(wire['message_count']),
    createdAt: epochMs(wire['date_create']),
    lastMessageId: count(wire['last_message_id']),
    unread: wholeNumber(wire['counter']),
    lastReadId: wholeNumber(wire['last_id']),
  }
}

const FILE_KINDS = ['image', 'video', 'audio'] as const

/** What the last message consists of besides text: `file` may be a mere `true`, and every key may be absent. */
function decodeLastAttachment({ file, sticker, attach }: Readonly<Record<string, unknown>>): LastAttachment | null {
  if (typeof sticker === 'object' && sticker !== null && Object.keys(sticker).length > 0) return { kind: 'sticker', name: '' }
  const { type, name } = phpMap(file)
  if (type !== undefined || flag(file)) return { kind: FILE_KINDS.find((kind) => kind === type) ?? 'file', name: nameText(name) }
  return flag(attach) || listOf(attach).length > 0 ? { kind: 'attach', name: '' } : null
}

/** Of the caller alone, and so muted when anybody is named; `docs/bitrix24/rest.md` §6.3. */
const isMuted = (list: unknown): boolean => (Array.isArray(list) ? list.length > 0 : listOf(list).some(flag))

/** By what the chat belongs to, and by its type: newer portals write either in more than one way. */
const KINDS: readonly (readonly [ChatKind, RegExp])[] = [
  ['crm', /^crm/],
  ['openLine', /^(?:lines|livechat)$/],
  ['task', /^tasks/],
  ['project', /^sonet_?group$/],
  ['event', /^calendar/],
  ['channel', /channel$/],
]

function kindOf(dialogId: DialogId, { entity_type: entity, type }: Readonly<Record<string, unknown>>): ChatKind {
  if (isPrivateDialog(dialogId)) return 'person'
  const words = [text(entity), text(type)].map((word) => word.toLowerCase())
  return KINDS.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0] ?? 'group'
}

/** One line of the recent list: whole numbers are people, `chatN` are chats. */
function decodeRecent(value: unknown, portal: string): ChatSummary | null {
  const wire = phpMap(value)
  const dialogId = parseDialogId(text(wire['id']))
  if (!dialogId) return null
  const avatar = phpMap(wire['avatar'])
  const message = phpMap(wire['message'])
  const chat = phpMap(wire['chat'])
  const user = phpMap(wire['user'])
  // An attachment may come as its description.
  const words = text(message['text']) || (flag(message['attach']) ? '' : text(message['attach']))
  const lastText = nameText(words).replaceAll(/\s+/g, ' ') || null
  return {
    dialogId,
    title: nameText(wire['title']) || nameText(chat['name']) || nameText(user['name']),
    kind: kindOf(dialogId, chat),
    // Of a chat it is the author of its last message.
    position: isPrivateDialog(dialogId) ? nameText(user['work_position']) : '',
    color: hexColor(avatar['color']) ?? hexColor(chat['color']) ?? hexColor(user['color']),
    avatarUrl: httpUrl(avatar['url'], portal),
    lastText,
    lastAttachment: lastText === null ? decodeLastAttachment(message) : null,
    lastAt: epochMs(message['date']),
    unread: count(wire['counter']) ?? 0,
    pinned: flag(wire['pinned']),
    muted: isMuted(chat['mute_list']),
  }
}

export interface ChatListPage {
  readonly chats: readonly ChatSummary[]
  /** Where the next page starts; null when there is none. */
  readonly next: number | null
}

/**
 * Recent dialogs, those of open lines too, pinned first and then by activity; `docs/bitrix24/rest.md` §6.3, `im.recent.list`.
 * @param limit how many are wanted; one answer holds two hundred at most
 * @throws {PortalError}
 */
export async function loadRecentChats(
  client: RestClient,
  offset: number,
  options: CallOptions = {},
  limit: number = RECENT_LIMIT,
): Promise<ChatListPage> {
  const params = { LIMIT: Math.max(RECENT_LIMIT, Math.min(MAX_RECENT, limit)), OFFSET: offset }
  const wire = phpMap(await client.call('im.recent.list', params, options))
  const items = listOf(wire['items'])
  return {
    chats: items.flatMap((item) => decodeRecent(item, client.portal) ?? []),
    next: wire['hasMore'] === true && items.length > 0 ? offset + items.length : null,
  }
}

/** What the list alone knows of a chat. */
const UNLISTED = { lastText: null, lastAttachment: null, lastAt: null, unread: 0, pinned: false, muted: false } as const

const decodeFound = (answer: unknown, portal: string): ChatSummary[] =>
  listOf(answer).flatMap((value): ChatSummary[] => {
    const wire = phpMap(value)
    const dialogId = parseDialogId(text(wire['dialog_id']) || `chat${text(wire['id'])}`)
    if (!dialogId) return []
    return [
      {
        ...UNLISTED,
        dialogId,
        title: nameText(wire['name']),
        kind: kindOf(dialogId, wire),
        position: '',
        color: hexColor(wire['color']),
        avatarUrl: httpUrl(wire['avatar'], portal),
      },
    ]
  })

/** Chats by title, at least two characters; `docs/bitrix24/rest.md` §6.4, `im.search.chat.list`. @throws {PortalError} */
export const searchChats = async (client: RestClient, find: string, options: CallOptions = {}): Promise<ChatSummary[]> =>
  decodeFound(await client.call('im.search.chat.list', { FIND: find, LIMIT: SEARCH_LIMIT }, options), client.portal)

/** Fewer characters the portal does not look for; `docs/bitrix24/rest.md` §6.4. */
export const LEAST_FOR_CHATS = 2
export const LEAST_FOR_PEOPLE = 3

/** A portal may want more characters for people, or show nobody to this caller: then there are none. */
const nobodyWhereRefused = (error: unknown): [] => {
  if (isPortalError(error) && ['rejected', 'access', 'unsupported'].includes(error.code)) return []
  throw error
}

/** People by name, as the private chats with them. */
async function searchPeople(client: RestClient, find: string): Promise<ChatSummary[]> {
  const found = await client.collect('im.search.user.list', { FIND: find, LIMIT: SEARCH_LIMIT }).catch(nobodyWhereRefused)
  return decodeUsers(found, client.portal).flatMap(({ id, name, position, color, avatarUrl }): ChatSummary[] => {
    const dialogId = parseDialogId(String(id))
    return dialogId ? [{ ...UNLISTED, dialogId, title: name, kind: 'person', position, color, avatarUrl }] : []
  })
}

/** Chats by title and people by name, chats first, in one request; `docs/bitrix24/rest.md` §6.4. @throws {PortalError} */
export async function searchChatsAndPeople(client: RestClient, find: string): Promise<ChatSummary[]> {
  const [chats, people] = await Promise.all([
    client.collect('im.search.chat.list', { FIND: find, LIMIT: SEARCH_LIMIT }),
    [...find].length < LEAST_FOR_PEOPLE ? [] : searchPeople(client, find),
  ])
  return [...decodeFound(chats, client.portal), ...people]
}
