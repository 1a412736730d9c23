import type { Message } from '../message/message.ts'
import type { MessageId } from '../ids.ts'
import { idsOf, withCursors, withMessages } from './change-pages.ts'
import { cursorBeyond } from './cursor.ts'
import type { MessagePage } from './history.ts'

/**
 * A part of a dialog as it is now. Every message with an id from `from` up to, but without, `below` is in `page`: one that
 * is missing there has been deleted.
 */
export interface Reread {
  readonly page: MessagePage
  readonly from: number
  /** Infinity when the newest message of the dialog is in `page`. */
  readonly below: number
}

/** Of what has arrived; what comes after so many messages begins the next page. */
const ARRIVED_PER_PAGE = 50

/** Equal for messages that look the same. */
const looksOf = (message: Message): string => JSON.stringify({ ...message, raw: null })

/**
 * A known message as it was read again; the very same object if nothing has changed.
 * @param isSteady it is being read: reactions that would change its height wait until it has left the screen
 */
function updated(known: Message, read: Message, isSteady: boolean): Message {
  if (JSON.stringify(known.raw) === JSON.stringify(read.raw)) return known
  if (known.kind === 'unknown' || read.kind === 'unknown') return read
  // The border of what was unread stays where it was when the dialog was opened.
  const now = { ...read, unread: known.unread }
  if (!isSteady || read.deleted || known.has.reactions === read.has.reactions) return now
  const { likes, reactions, raw } = known
  const waiting = { ...now, likes, reactions, raw, has: { ...now.has, reactions: known.has.reactions } }
  return looksOf(waiting) === looksOf(known) ? known : waiting
}

/** Puts messages between those that are known, such as one that was restored. What lies between two pages belongs to the older one. */
function insert(pages: readonly MessagePage[], strangers: readonly Message[], read: MessagePage): MessagePage[] {
  return pages.map((page, index) => {
    const from = index === 0 && page.older === null ? 0 : (page.messages[0]?.id ?? Infinity)
    const next = pages.slice(index + 1).find(({ messages }) => messages.length > 0)
    const to = next?.messages[0]?.id ?? page.messages.at(-1)?.id ?? 0
    const added = strangers.filter(({ id }) => id > from && id < to)
    return added.length === 0
      ? page
      : withMessages(
          page,
          [...page.messages, ...added].sort((a, b) => a.id - b.id),
          read,
        )
  })
}

/** Adds what came after the end, in pages of a limited length: those that are far from the reader can be dropped then. */
function append(pages: readonly MessagePage[], arrived: readonly Message[], { page: read, below }: Reread): MessagePage[] {
  const last = pages.at(-1)
  if (!last || arrived.length === 0) return [...pages]
  const room = Math.max(0, ARRIVED_PER_PAGE - last.messages.length)
  const filled = { ...withMessages(last, [...last.messages, ...arrived.slice(0, room)], read), lost: last.lost + read.lost }
  const rest = arrived.slice(room)
  const beyond = (messages: readonly Message[]) => cursorBeyond('newer', idsOf(messages).toReversed())
  const end = (messages: readonly Message[]) => (below === Infinity ? null : beyond(messages))
  if (rest.length === 0) return [...pages.slice(0, -1), { ...filled, newer: end(filled.messages) }]
  const next = withMessages({ ...read, messages: [], users: [], files: [], lost: 0 }, rest, read)
  return [
    ...pages.slice(0, -1),
    { ...filled, newer: beyond(filled.messages) },
    { ...next, older: cursorBeyond('older', idsOf(rest)), newer: end(rest) },
  ]
}

/**
 * The pages of a window once a part of the dialog was read again: messages are what they are now, those that have been
 * deleted are missing, those that have come back are there. What arrived is added where the end of the dialog is loaded and
 * joins what was read. A message that has not changed is the very same object, and so is the list when none has.
 *
 * @param pages oldest first
 * @param isSteady whether nothing may change a message's height that is learned of it
 */
export function applyReread(pages: readonly MessagePage[], reread: Reread, isSteady: (id: MessageId) => boolean): readonly MessagePage[] {
  const { page: read, from, below } = reread
  const now = new Map(read.messages.map((message) => [message.id, message]))
  const known = new Set<MessageId>()
  const kept = pages.map((page) => {
    const messages = page.messages.flatMap((message) => {
      known.add(message.id)
      if (message.id < from || message.id >= below) return [message]
      const again = now.get(message.id)
      return again ? [updated(message, again, isSteady(message.id))] : []
    })
    return withMessages(page, messages, read)
  })
  const strangers = read.messages.filter(({ id }) => !known.has(id))
  const joins = pages.at(-1)?.newer === null && from <= Math.max(0, ...known)
  // A dialog without any message: its first page is what has come.
  if (joins && known.size === 0 && strangers.length > 0) return [{ ...read, newer: below === Infinity ? null : read.newer }]
  const newest = kept.findLast(({ messages }) => messages.length > 0)?.messages.at(-1)?.id ?? 0
  const arrived = joins ? strangers.filter(({ id }) => id > newest) : []
  const inside = strangers.filter(({ id }) => id < newest)
  return withCursors(append(insert(kept, inside, read), arrived, reread), pages)
}

/**
 * Which pages stay of a window that grew at its end, by index; `to` is not among them. The oldest goes first, as when the
 * reader scrolls; where the reader is near it, the newest does, and is read again when the reader gets there.
 *
 * @param nearest the oldest message on the screen; null where the window is not shown
 */
export function pagesToKeep(
  pages: readonly MessagePage[],
  max: number,
  nearest: MessageId | null,
): { readonly from: number; readonly to: number } {
  let from = 0
  let to = pages.length
  while (to - from > max) {
    const next = pages[from + 1]?.messages.at(-1)?.id ?? 0
    if (nearest !== null && nearest <= next) to--
    else from++
  }
  return { from, to }
}
