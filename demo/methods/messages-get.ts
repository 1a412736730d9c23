import { fileIdsOf, type Chat } from '../chats/chat.ts'
import { textOf, type Params } from '../php.ts'
import { PortalFailure } from '../portal-error.ts'
import { hash } from '../random.ts'
import type { WireFile, WireMessage } from '../wire.ts'
import { dialogOf, type MethodContext } from './context.ts'

/** A cursor as the portal checks it: digits only; `null` and absence mean "not given" (`docs/bitrix24/rest.md` §3). */
function cursorOf(params: Params, name: 'FIRST_ID' | 'LAST_ID'): number | null {
  const value = params[name]
  if (value === undefined || value === null) return null
  if (typeof value === 'object') throw new PortalFailure(500, 'INTERNAL_SERVER_ERROR')
  if (!/^\d+$/.test(textOf(value))) throw new PortalFailure(400, `${name}_STRING`, `${name} can't be string`)
  return Number(value)
}

/** Numbers of the messages of one side of a cursor, nearest first. */
function nearest(chat: Chat, context: MethodContext, from: number, step: 1 | -1, limit: number): number[] {
  const count = chat.count(context.now)
  const start = chat.startAt ?? 0
  const found: number[] = []
  for (let n = from; n >= start && n < count && found.length < limit; n += step) found.push(n)
  return found
}

function companions(chat: Chat, messages: readonly WireMessage[]): { users: unknown[]; files: WireFile[] } {
  if (chat.companions) return { users: [...chat.companions.users], files: [...chat.companions.files] }
  const users = new Map<number, unknown>()
  const files = new Map<number, WireFile>()
  for (const message of messages) {
    const author = Number(message.author_id)
    if (author > 0 && !users.has(author)) {
      const user = chat.user(author)
      // An author that no longer exists comes without `id` (`docs/bitrix24/rest.md` §5.3).
      users.set(author, user ?? { last_activity_date: false, idle: false, mobile_last_date: false, desktop_last_date: false })
    }
    for (const id of fileIdsOf(message)) {
      const file = chat.file(id)
      if (file) files.set(id, file)
    }
  }
  return { users: [...users.values()], files: [...files.values()] }
}

/** `im.dialog.messages.get`, every row of `docs/bitrix24/rest.md` §3. */
export function messagesGet(params: Params, context: MethodContext): unknown {
  const chat = dialogOf(params, context)
  if (chat.missing) return false
  const now = context.now
  const count = chat.count(now)
  const intval = Number.parseInt(textOf(params['LIMIT'] ?? 20), 10)
  if (Number.isNaN(intval) || intval <= 0) throw new PortalFailure(500, 'ERROR_CORE', 'SQL query error!')
  const limit = Math.min(intval, 50)
  const start = chat.startAt ?? 0
  const exists = (id: number) => {
    const n = chat.rankOf(id)
    return n < count && n >= start && chat.idAt(n) === id
  }
  const unknownIsEmpty = context.session.settings.unknownCursor === 'empty'
  const firstId = cursorOf(params, 'FIRST_ID')
  const at = (numbers: readonly number[]) => numbers.map((n) => withUnread(chat, n, now))

  let messages: WireMessage[]
  let described: WireMessage[]
  if (firstId !== null) {
    if (unknownIsEmpty && firstId !== 0 && !exists(firstId)) messages = []
    else {
      const rank = chat.rankOf(firstId + 1)
      // Below the start of the visible history FIRST_ID is clamped to it.
      messages = at(nearest(chat, context, Math.max(rank, start), 1, limit))
      if (chat.shuffled) messages = messages.toSorted((a, b) => hash(Number(a.id), 5) - hash(Number(b.id), 5))
    }
    described = messages
  } else {
    const lastId = cursorOf(params, 'LAST_ID')
    if (lastId !== null) {
      const rank = lastId === 0 ? count : Math.min(chat.rankOf(lastId), count)
      messages = unknownIsEmpty && lastId !== 0 && !exists(lastId) ? [] : at(nearest(chat, context, rank - 1, -1, limit))
      described = messages
    } else {
      const read = chat.readCount(now)
      const unread = count - read
      if (unread > limit) {
        // The page stands at the read boundary: unread ones first, then those below; companions of the first part only.
        const above = at(nearest(chat, context, read, 1, limit)).reverse()
        const below = at(nearest(chat, context, read - 1, -1, limit))
        messages = [...above, ...below]
        described = above
      } else {
        messages = at(nearest(chat, context, count - 1, -1, unread > 0 ? limit + unread : limit))
        described = messages
      }
    }
  }
  return { chat_id: chat.chatId, messages, ...companions(chat, described) }
}

function withUnread(chat: Chat, n: number, now: number): WireMessage {
  const message = chat.messageAt(n, now)
  return typeof message.unread === 'boolean' ? { ...message, unread: n >= chat.readCount(now) } : message
}
