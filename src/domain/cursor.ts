import type { Message } from './message.ts'
import type { MessageId } from './ids.ts'

/** Where a window of history begins. */
export type WindowStart =
  /** `visit` tells one look at the newest page from a later one, for the dialog goes on. */
  | { readonly at: 'newest'; readonly visit: number }
  | { readonly at: 'oldest' }
  /** Around a message: the page holds neighbours on both sides. */
  | { readonly at: 'around'; readonly id: MessageId }

/**
 * A page next to a known message. On the wire `older` is LAST_ID and `newer` is FIRST_ID; both exclude
 * `than`, which is always an id that the portal sent, never `id ± 1`.
 */
export interface NeighbourCursor {
  readonly at: 'older' | 'newer'
  readonly than: MessageId
  /**
   * Another known id a little farther inside. A portal may answer an unknown cursor with an empty page
   * (`rest.md` §7, row 2); asking from here tells whether `than` is gone or the history ends.
   */
  readonly probe: MessageId | null
}

export type Cursor = WindowStart | NeighbourCursor

export const isNeighbour = (cursor: Cursor): cursor is NeighbourCursor => cursor.at === 'older' || cursor.at === 'newer'

/** Cursors of the neighbouring pages; null where the history is known to end. */
export interface PageEdges {
  readonly older: NeighbourCursor | null
  readonly newer: NeighbourCursor | null
}

/** Edges of a page whose `messages` ascend by id and that is no end; an empty page has none. */
export function pageEdges(messages: readonly Message[]): PageEdges {
  const oldest = messages[0]
  const newest = messages.at(-1)
  if (!oldest || !newest) return { older: null, newer: null }
  return {
    older: { at: 'older', than: oldest.id, probe: messages[1]?.id ?? null },
    newer: { at: 'newer', than: newest.id, probe: messages.at(-2)?.id ?? null },
  }
}
