import type { Message } from '../message/message.ts'
import { withCursors, withMessages } from './change-pages.ts'
import type { MessagePage } from './history.ts'

const timeOf = (message: Message): number | null => (message.kind === 'unknown' ? null : message.disappearsAt)

/** When the next of some messages disappears, epoch ms; null while none will. */
export function nextDisappearance(messages: readonly Message[], now: number): number | null {
  const next = messages.reduce((first, message) => {
    const time = timeOf(message)
    return time !== null && time > now ? Math.min(first, time) : first
  }, Infinity)
  return next === Infinity ? null : next
}

/**
 * The pages without the messages that have disappeared since some time, epoch ms; without any, the list is the very same.
 * What was due before that and was sent all the same is still there according to the portal.
 */
export function withoutDisappeared(pages: readonly MessagePage[], since: number, now: number): readonly MessagePage[] {
  const isThere = (message: Message) => {
    const time = timeOf(message)
    return time === null || time <= since || time > now
  }
  return withCursors(
    pages.map((page) =>
      page.messages.every(isThere) ? page : withMessages(page, page.messages.filter(isThere), { users: [], files: [] }),
    ),
    pages,
  )
}
