import { userById } from '../people.ts'
import type { DialogChanges } from '../state/changes.ts'
import { portalDate, type WireMessage } from '../wire.ts'
import type { Chat } from './chat.ts'

/**
 * A chat as it is at `now`, after what has happened in it: without what is gone, with what was edited and written. Every
 * method reads this, so that counts, the last message, the search and the list of chats agree with the pages.
 */
export function changedChat(chat: Chat, changes: DialogChanges, now: number): Chat {
  const own = chat.count(now)
  const gone = changes.goneAt(now)
  const goneNumbers = [...gone]
    .map((id) => numberOf(chat, id, own))
    .filter((n) => n !== null)
    .sort((a, b) => a - b)
  const sent = changes.sent.filter(({ id }) => !gone.has(Number(id)))
  const senders = new Set(sent.map((message) => Number(message.author_id)))
  const kept = own - goneNumbers.length
  const goneBelow = (n: number) => goneNumbers.filter((number) => number < n).length
  const originalOf = (n: number) => goneNumbers.reduce((original, number) => (number <= original ? original + 1 : original), n)
  const messageAt = (n: number, at: number) => changes.applyTo(sent[n - kept] ?? chat.messageAt(originalOf(n), at))
  return {
    ...chat,
    missing: chat.missing === true && sent.length === 0,
    count: () => kept + sent.length,
    idAt: (n) => Number(sent[n - kept]?.id ?? chat.idAt(originalOf(n))),
    rankOf(id) {
      const rank = chat.rankOf(id)
      return rank < own ? rank - goneBelow(rank) : kept + sent.filter((message) => Number(message.id) < id).length
    },
    messageAt,
    user: (id) => chat.user(id) ?? (senders.has(id) ? userById(id) : undefined),
    readCount(at) {
      const read = chat.readCount(at)
      return read - goneBelow(read)
    },
    reactionsOf: (id) => changes.reactionsOf(id) ?? chat.reactionsOf?.(id),
    ...(chat.startAt === undefined ? {} : { startAt: chat.startAt - goneBelow(chat.startAt) }),
  }
}

/** The number of a message of `chat`; null for an id that it does not have. */
function numberOf(chat: Chat, id: number, count: number): number | null {
  const n = chat.rankOf(id)
  return n < count && chat.idAt(n) === id ? n : null
}

/**
 * Writes a message at the end of a chat, unread. Null where messages arrive by themselves: their ids are taken.
 * @returns its id
 */
export function sendTo(
  chat: Chat,
  changes: DialogChanges,
  message: { readonly authorId: number; readonly text: string; readonly params?: unknown },
  now: number,
): number | null {
  const count = chat.count(now)
  if (chat.count(now + 3_600_000) !== count) return null
  const newest = count > 0 ? chat.idAt(count - 1) : chat.chatId * 10 + 1_000
  const id = newest + 7 * (changes.sent.length + 1)
  const written: WireMessage = {
    id,
    chat_id: chat.chatId,
    author_id: message.authorId,
    date: portalDate(now),
    text: message.text,
    unread: true,
    uuid: null,
    replaces: [],
    params: message.params ?? [],
    disappearing_date: null,
  }
  changes.sent.push(written)
  return id
}
