import type { Message } from '../message/message.ts'
import type { MessageId } from '../ids.ts'

/**
 * Where a window of history begins. `visit` distinguishes one window from a later one that begins at the same place: the
 * dialog goes on, and a window that a reader has walked through may no longer hold where it began (`fulfils`).
 */
export type WindowStart =
  | { readonly at: 'newest'; readonly visit: number }
  | { readonly at: 'oldest'; readonly visit?: number }
  /** Around a message: the page holds neighbours on both sides. */
  | { readonly at: 'around'; readonly id: MessageId; readonly visit?: number }

/**
 * A page next to a known message. On the wire `older` is LAST_ID and `newer` is FIRST_ID; both exclude
 * `than`, which is always an id that the portal sent, never `id ± 1`.
 */
export interface NeighbourCursor {
  readonly at: 'older' | 'newer'
  readonly than: MessageId
  /**
   * Other known ids farther inside, nearest first. A portal may answer an unknown cursor with an empty page
   * (`docs/bitrix24/rest.md` §7, row 2); asking from these shows whether `than` was deleted or the history ends.
   */
  readonly probes: readonly MessageId[]
}

export type Cursor = WindowStart | NeighbourCursor

export const isNeighbour = (cursor: Cursor): cursor is NeighbourCursor => cursor.at === 'older' || cursor.at === 'newer'

/** Cursors of the neighbouring pages; null where the history is known to end. */
export interface PageEdges {
  readonly older: NeighbourCursor | null
  readonly newer: NeighbourCursor | null
}

/**
 * How many messages inside of `than` the probes lie. Usually the nearest is enough; the others are few, and still reach
 * beyond a whole screen of deleted messages. All are less than a page away, so the answer to each reaches beyond.
 */
const PROBE_DISTANCES = [1, 2, 4, 8, 16, 32]
const PROBED = 33

/** The cursor beyond the first of some known ids, listed from the edge inwards; null when there are none. */
export function cursorBeyond(at: NeighbourCursor['at'], [than, ...inside]: readonly MessageId[]): NeighbourCursor | null {
  return than === undefined ? null : { at, than, probes: PROBE_DISTANCES.flatMap((distance) => inside[distance - 1] ?? []) }
}

/** Edges of a page whose `messages` ascend by id and that is no end; an empty page has none. */
export function pageEdges(messages: readonly Message[]): PageEdges {
  const idsOf = (some: readonly Message[]) => some.map(({ id }) => id)
  return {
    older: cursorBeyond('older', idsOf(messages.slice(0, PROBED))),
    newer: cursorBeyond('newer', idsOf(messages.slice(-PROBED)).toReversed()),
  }
}
