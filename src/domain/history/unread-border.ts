import type { MessageId } from '../ids.ts'
import type { MessagePage } from './history.ts'

/** What begins to be unread behind the newest message that has been read; 0 where none has been. */
export type LastRead = MessageId | 0

/**
 * The first message behind the newest one that has been read, where some pages, oldest first, have both sides of that border or
 * the beginning of the chat; null where it is not among them, or nothing follows.
 */
export function firstUnreadIn(pages: readonly Pick<MessagePage, 'messages' | 'older'>[], lastRead: LastRead): MessageId | null {
  let last: MessageId | null = null
  for (const { messages } of pages)
    for (const { id } of messages) {
      if (id > lastRead) return last !== null || pages[0]?.older === null ? id : null
      last = id
    }
  return null
}
