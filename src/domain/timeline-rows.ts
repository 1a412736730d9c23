import { dayOf } from '~/lib/days'
import type { History } from './history.ts'
import type { MessageId } from './ids.ts'
import type { Message, TextMessage } from './message.ts'

/**
 * One row of the timeline: a message with what stands above it. Separators belong to the row below them
 * and are no rows of their own: a row is what the reader's place is kept by, and a separator changes its
 * place when older messages arrive.
 */
export interface TimelineRow {
  /** Stable for as long as the message is there. */
  readonly key: string
  readonly message: Message
  /** `YYYY-MM-DD` of the message, or of the nearest dated one before it. */
  readonly day: string | null
  readonly startsDay: boolean
  readonly startsUnread: boolean
  /** First of a group: shows author, position and time. */
  readonly startsGroup: boolean
  /** Records without an id that the portal sent just before this message. */
  readonly lostBefore: number
}

/** Messages of one author follow each other as a group up to this silence. */
const GROUP_GAP_MS = 5 * 60_000

export interface RowOptions {
  readonly timeZone: string
  /** The first message that was unread when the dialog was opened; the divider stays there. */
  readonly firstUnread: MessageId | null
}

const author = (message: TextMessage): string => `${message.authorId} ${message.shownAs?.name ?? ''}`

function continues(before: Message | undefined, message: Message): boolean {
  if (before?.kind !== 'message' || message.kind !== 'message') return false
  if (author(before) !== author(message) || before.sentAt === null || message.sentAt === null) return false
  return Math.abs(message.sentAt - before.sentAt) <= GROUP_GAP_MS
}

/** The rows of a history, oldest first. */
export function timelineRows(history: History, { timeZone, firstUnread }: RowOptions): TimelineRow[] {
  let day: string | null = null
  return history.messages.map((message, index) => {
    const ownDay: string | null = message.sentAt === null ? day : dayOf(message.sentAt, timeZone)
    const startsDay = ownDay !== null && ownDay !== day
    day = ownDay
    const startsUnread = message.id === firstUnread
    const lostBefore = history.lostBefore.get(message.id) ?? 0
    const startsGroup = startsDay || startsUnread || lostBefore > 0 || !continues(history.messages[index - 1], message)
    return { key: `m${message.id}`, message, day, startsDay, startsUnread, startsGroup, lostBefore }
  })
}

/** The oldest unread message of somebody else; null when everything has been read. */
export function firstUnreadOf(history: History): MessageId | null {
  for (const message of history.messages) if (message.kind !== 'unknown' && message.unread) return message.id
  return null
}
