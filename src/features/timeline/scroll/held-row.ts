import type { TimelineRow } from '~/domain/history/timeline-rows'
import type { ListEngine } from './ListEngine.ts'

/** So many rows on either side of the line may be on the screen. */
const NEAR_ROWS = 60

/** A row, and where it stands in the viewport, px from the top of the list. */
export interface HeldRow {
  readonly key: string
  readonly top: number
}

/**
 * What has to stay where it is when rows near the reader go or come, as when a message is deleted: the row at the line, or
 * when that goes the one above it. The engine holds the topmost row alone, and only while that is there.
 *
 * @param rows as they were @param line index among them of the row at the line
 * @param next index by key of the rows that are about to be drawn
 * @returns null when nothing near changes: reading boxes costs a layout
 */
function hold(
  rows: readonly TimelineRow[],
  line: number,
  next: ReadonlyMap<string, number>,
  engine: ListEngine,
  list: HTMLElement,
): HeldRow | null {
  const near = rows.slice(Math.max(0, line - NEAR_ROWS), line + NEAR_ROWS)
  const stay = near.flatMap(({ key }) => next.get(key) ?? [])
  if (stay.length === near.length && (stay.at(-1) ?? 0) - (stay[0] ?? 0) === stay.length - 1) return null
  const isThere = ({ key }: TimelineRow) => next.has(key) && engine.elementOf(key)?.isConnected === true
  const row = rows.slice(0, line + 1).findLast(isThere) ?? rows.slice(line).find(isThere)
  const top = row && engine.elementOf(row.key)?.getBoundingClientRect().top
  return row && top !== undefined ? { key: row.key, top: top - list.getBoundingClientRect().top } : null
}

/** Puts the list back so that the row stands where it did. @param index of the row now */
function putBack({ top }: HeldRow, index: number | undefined, engine: ListEngine): void {
  const row = index === undefined ? undefined : engine.row(index)
  const moved = row ? row.start - engine.offset - top : 0
  if (Math.abs(moved) >= 0.5) engine.scrollTo(engine.offset + moved, 'auto')
}

export const rowHolding = { hold, putBack } as const
export type RowHolding = typeof rowHolding
