import type { ChatFile } from '../message/chat-file.ts'
import type { NeighbourCursor, PageEdges } from './cursor.ts'
import type { ChatId, FileId, MessageId, UserId } from '../ids.ts'
import type { Message } from '../message/message.ts'
import type { User } from '../people/user.ts'

/** One page as it was read; plain JSON, because it is cached. */
export interface MessagePage extends PageEdges {
  /** Ascending by id, without duplicates. */
  readonly messages: readonly Message[]
  readonly users: readonly User[]
  readonly files: readonly ChatFile[]
  readonly chatId: ChatId | null
  /** How many records of this page had no readable id and so have no place; a row shows the number. */
  readonly lost: number
}

/** All pages of a window as one. */
export interface History {
  /** Ascending by id, without duplicates. */
  readonly messages: readonly Message[]
  readonly users: ReadonlyMap<UserId, User>
  readonly files: ReadonlyMap<FileId, ChatFile>
  /** Records without an id that were read just before a message, by the id of that message. */
  readonly lostBefore: ReadonlyMap<MessageId, number>
  /** First messages of the pages: what is above them may be loaded or dropped. */
  readonly pageStarts: ReadonlySet<MessageId>
  readonly chatId: ChatId | null
  /** Null when the true beginning (or end) of the history is loaded. */
  readonly older: NeighbourCursor | null
  readonly newer: NeighbourCursor | null
  /** Whether others stand between its messages, which are not shown. */
  readonly filtered?: true
}

const byId = (a: Message, b: Message): number => a.id - b.id

/** Messages ascending by id; of two with the same id, the one later in the list stays. */
export function sortMessages(messages: readonly Message[]): Message[] {
  return [...new Map(messages.map((message) => [message.id, message])).values()].sort(byId)
}

/**
 * Joins pages, oldest first, into one history: ascending by id, no duplicates.
 *
 * Neighbouring pages may overlap; the later page wins, because it was read later.
 */
export function mergePages(pages: readonly MessagePage[]): History {
  const messages: Message[] = []
  const users = new Map<UserId, User>()
  const files = new Map<FileId, ChatFile>()
  const lostBefore = new Map<MessageId, number>()
  const pageStarts = new Set<MessageId>()
  let chatId: ChatId | null = null
  let lost = 0
  for (const page of pages) {
    messages.push(...page.messages)
    for (const user of page.users) users.set(user.id, user)
    for (const file of page.files) files.set(file.id, file)
    const first = page.messages[0]
    if (first) pageStarts.add(first.id)
    // Those of a page without messages are counted before the next page that has some.
    lost += page.lost
    if (lost > 0 && first) lostBefore.set(first.id, lost)
    if (first) lost = 0
    chatId ??= page.chatId
  }
  return {
    messages: sortMessages(messages),
    users,
    files,
    lostBefore,
    pageStarts,
    chatId,
    older: pages[0]?.older ?? null,
    newer: pages.at(-1)?.newer ?? null,
  }
}

/** Two pages that follow each other as one, with the outer edges. */
export function joinPages(older: MessagePage, newer: MessagePage): MessagePage {
  const { messages, users, files, chatId } = mergePages([older, newer])
  return {
    messages,
    users: [...users.values()],
    files: [...files.values()],
    chatId,
    lost: older.lost + newer.lost,
    older: older.older,
    newer: newer.newer,
  }
}
