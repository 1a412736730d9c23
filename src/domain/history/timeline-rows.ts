import { dayAt, type Clock } from '~/lib/time/clock'
import type { History } from './history.ts'
import type { MessageId } from '../ids.ts'
import type { Message, TextMessage } from '../message/message.ts'

/**
 * One row of the timeline: a message with what stands above it. Separators belong to the row below them
 * and are not rows of their own: the reader's place is kept by rows, and a separator changes its
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
  /**
   * First of a group: shows author, position and time. The first row of a page always does, so that a row
   * on the screen never changes when the page above it is loaded or dropped.
   */
  readonly startsGroup: boolean
  /** Records without an id that the portal sent just before this message. */
  readonly lostBefore: number
  /** Whether a message that was asked for stood just before this one, and is not there. */
  readonly followsMissing: boolean
  /** Whether its neighbours in the dialog are not shown: it leads to them. */
  readonly alone: boolean | undefined
  /** Events that follow this one and are folded into its row; none where it stands on its own. */
  readonly folded?: readonly TextMessage[]
}

/** Whether a message stands in a row, by itself or folded into it. */
export const rowHolds = (row: TimelineRow, id: MessageId): boolean =>
  row.message.id === id || (row.folded?.some((message) => message.id === id) ?? false)

/** The row of a message; -1 for none. */
export const rowIndexOf = (rows: readonly TimelineRow[], id: MessageId): number => rows.findIndex((row) => rowHolds(row, id))

/** The row of a message; if it was deleted, that of its nearest older neighbour, else the first. 0 where there are no rows. */
export function rowIndexNear(rows: readonly TimelineRow[], id: MessageId): number {
  const index = rowIndexOf(rows, id)
  return index >= 0
    ? index
    : Math.max(
        0,
        rows.findLastIndex((row) => row.message.id <= id),
      )
}

/** Key of a message's row. */
export const rowKey = (id: MessageId): string => `m${id}`

/** Consecutive messages of one author form a group unless they are farther apart than this. */
const GROUP_GAP_MS = 5 * 60_000

export interface RowOptions {
  /** On which days begin. */
  readonly clock: Clock
  /** The first message that was unread when the dialog was opened: the divider stays above it. */
  readonly firstUnread: MessageId | null
  /** A message that was asked for. */
  readonly target: MessageId | null
  /** Events up to this one fold: what has arrived since must not change rows that are being read. */
  readonly foldUpTo: number
}

/** So many events in a row, and more, fold into one. */
const FOLDED = 3

const bringsMore = ({ has }: TextMessage): boolean => has.files || has.attaches || has.keyboard || has.sticker

const author = (message: TextMessage): string => `${message.authorId} ${message.shownAs?.name ?? ''}`

function continues(before: Message | undefined, message: Message): boolean {
  if (before?.kind !== 'message' || message.kind !== 'message') return false
  if (author(before) !== author(message) || before.sentAt === null || message.sentAt === null) return false
  return Math.abs(message.sentAt - before.sentAt) <= GROUP_GAP_MS
}

/** The rows of a history, oldest first. */
export function timelineRows(history: History, { clock, firstUnread, target, foldUpTo }: RowOptions): TimelineRow[] {
  let day: string | null = null
  // Whether the first row begins its day is unknown until the older page is loaded.
  let dayIsKnown = history.older === null
  const rows = history.messages.map((message, index): TimelineRow => {
    const ownDay: string | null = message.sentAt === null ? day : dayAt(message.sentAt, clock.offsetAt(message.sentAt, message.utcOffset))
    const startsDay = dayIsKnown && ownDay !== null && ownDay !== day
    day = ownDay
    dayIsKnown ||= ownDay !== null
    const startsUnread = message.id === firstUnread
    const lostBefore = history.lostBefore.get(message.id) ?? 0
    const before = history.messages[index - 1]
    // One that would come after all is missed before the last. Beyond what is loaded nobody knows.
    const followsMissing =
      target !== null &&
      (message.id > target
        ? (before?.id ?? (history.older === null ? 0 : target)) < target
        : message.id < target && history.newer === null && index === history.messages.length - 1)
    const startsGroup =
      startsDay || startsUnread || followsMissing || lostBefore > 0 || history.pageStarts.has(message.id) || !continues(before, message)
    return {
      key: rowKey(message.id),
      message,
      day,
      startsDay,
      startsUnread,
      startsGroup,
      lostBefore,
      followsMissing,
      alone: history.filtered,
    }
  })
  return folded(rows, history.pageStarts, foldUpTo)
}

/** The same rows, with many events in a row folded into the first of them. */
function folded(rows: readonly TimelineRow[], pageStarts: History['pageStarts'], foldUpTo: number): TimelineRow[] {
  // What brings more than a line, such as a recording, is never hidden.
  const folds = ({ message }: TimelineRow) => message.kind === 'system' && message.id <= foldUpTo && !bringsMore(message)
  // Pages are loaded and dropped, so nothing folds across their borders.
  const follows = (row: TimelineRow) =>
    folds(row) && !row.startsDay && !row.startsUnread && !row.followsMissing && row.lostBefore === 0 && !pageStarts.has(row.message.id)
  const shown: TimelineRow[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as TimelineRow
    let end = at + 1
    if (folds(row)) while (end < rows.length && follows(rows[end] as TimelineRow)) end++
    if (end - at < FOLDED) {
      shown.push(row)
      continue
    }
    shown.push({ ...row, folded: rows.slice(at + 1, end).map(({ message }) => message as TextMessage) })
    at = end - 1
  }
  return shown
}

/**
 * The first unread message among those up to `upTo`, the newest one when the dialog was opened; null while
 * the border between read and unread is not loaded, and when everything has been read.
 */
export function firstUnreadOf(history: History, upTo: MessageId): MessageId | null {
  const index = history.messages.findIndex((message) => message.kind !== 'unknown' && message.unread)
  const message = history.messages[index]
  if (!message || message.id > upTo) return null
  return index === 0 && history.older !== null ? null : message.id
}
