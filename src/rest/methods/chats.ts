import type { ChatCard, ChatSummary } from '~/domain/chat'
import { parseDialogId, type ChatId, type DialogId } from '~/domain/ids'
import { PortalError } from '~/domain/portal/portal-error'
import { decodeEntities } from '~/lib/entities'
import type { CallOptions, RestClient } from '../client/client.ts'
import { epochMs, hexColor, httpUrl, listOf, phpMap, text } from '../decode/wire.ts'

const RECENT_LIMIT = 50
const SEARCH_LIMIT = 30

const count = (value: unknown): number | null => (Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : null)

/** The facts of a dialog; `docs/bitrix24/rest.md` §6.2, `im.dialog.get`. @throws {PortalError} */
export async function loadChatCard(client: RestClient, dialogId: DialogId): Promise<ChatCard> {
  const wire = phpMap(await client.collect('im.dialog.get', { DIALOG_ID: dialogId }, { priority: 'prefetch' }))
  const chatId = Number(wire['id'])
  if (!(chatId > 0)) throw new PortalError('contract', 'The answer of the portal is no chat.', { detail: 'CHAT' })
  return {
    chatId: chatId as ChatId,
    title: decodeEntities(text(wire['name'])).trim(),
    color: hexColor(wire['color']),
    avatarUrl: httpUrl(wire['avatar'], client.portal),
    memberCount: count(wire['user_counter']),
    messageCount: count(wire['message_count']),
    createdAt: epochMs(wire['date_create']),
    lastMessageId: count(wire['last_message_id']),
  }
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
  return {
    dialogId,
    title: decodeEntities(text(wire['title']) || text(chat['name']) || text(user['name'])).trim(),
    color: hexColor(avatar['color']) ?? hexColor(chat['color']) ?? hexColor(user['color']),
    avatarUrl: httpUrl(avatar['url'], portal),
    lastText: decodeEntities(text(message['text'])).replaceAll(/\s+/g, ' ').trim() || null,
    lastAt: epochMs(message['date']),
    unread: count(wire['counter']) ?? 0,
  }
}

export interface ChatListPage {
  readonly chats: readonly ChatSummary[]
  /** Where the next page starts; null when there is none. */
  readonly next: number | null
}

/** Recent dialogs, pinned first and then by activity; `docs/bitrix24/rest.md` §6.3, `im.recent.list`. @throws {PortalError} */
export async function loadRecentChats(client: RestClient, offset: number, options: CallOptions = {}): Promise<ChatListPage> {
  const wire = phpMap(await client.call('im.recent.list', { LIMIT: RECENT_LIMIT, OFFSET: offset, SKIP_OPENLINES: 'Y' }, options))
  const items = listOf(wire['items'])
  return {
    chats: items.flatMap((item) => decodeRecent(item, client.portal) ?? []),
    next: wire['hasMore'] === true && items.length > 0 ? offset + items.length : null,
  }
}

/** Chats by title, at least two characters; `docs/bitrix24/rest.md` §6.4, `im.search.chat.list`. @throws {PortalError} */
export async function searchChats(client: RestClient, find: string, options: CallOptions = {}): Promise<ChatSummary[]> {
  const found = listOf(await client.call('im.search.chat.list', { FIND: find, LIMIT: SEARCH_LIMIT }, options))
  return found.flatMap((value): ChatSummary[] => {
    const wire = phpMap(value)
    const dialogId = parseDialogId(text(wire['dialog_id']) || `chat${text(wire['id'])}`)
    if (!dialogId) return []
    return [
      {
        dialogId,
        title: decodeEntities(text(wire['name'])).trim(),
        color: hexColor(wire['color']),
        avatarUrl: httpUrl(wire['avatar'], client.portal),
        lastText: null,
        lastAt: null,
        unread: 0,
      },
    ]
  })
}
