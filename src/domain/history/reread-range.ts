import type { MessageId } from '../ids.ts'
import type { History } from './history.ts'

/** Messages of a page; `docs/bitrix24/rest.md` §3. */
const PAGE = 50
/** How far beyond the best end the others lie. */
const OTHERS = [1, 3, 7]

/** A part of a history that fits one page. */
export interface HistoryRange {
  /**
   * Known ids that it may end before, the best one first; null for the end of the dialog. The others are for portals that
   * answer an id they do not know with nothing (`docs/bitrix24/rest.md` §7, row 2).
   */
  readonly ends: readonly (MessageId | null)[]
  /** The first known message of the whole history. */
  readonly first: MessageId
  /** Indexes of its messages; `to` is not among them. */
  readonly from: number
  readonly to: number
}

/**
 * The page of a history around what is on the screen; null where nothing is known.
 *
 * @param inSight ids of the messages on the screen; without any of them the end is taken
 */
export function rereadRange({ messages, newer }: History, inSight: ReadonlySet<number>): HistoryRange | null {
  const [first] = messages
  if (!first) return null
  const seenFirst = messages.findIndex(({ id }) => inSight.has(id))
  const seenLast = messages.findLastIndex(({ id }) => inSight.has(id))
  const middle = seenFirst === -1 ? messages.length : (seenFirst + seenLast) / 2
  // More of a screen with very many messages would not fit either.
  const to = Math.min(messages.length, Math.max(PAGE, Math.ceil(middle + PAGE / 2)))
  const idAt = (index: number) => messages[index]?.id
  const isEnd = to === messages.length
  const best = isEnd ? (newer === null ? null : messages[to - 1]?.id) : idAt(to)
  const others = OTHERS.flatMap((distance) => (isEnd ? idAt(to - distance) : idAt(to + distance)) ?? [])
  return { ends: best === undefined ? others : [best, ...others], first: first.id, from: Math.max(0, to - PAGE), to }
}
