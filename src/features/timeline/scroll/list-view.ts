import type { TimelineRow } from '~/domain/history/timeline-rows'
import type { ListEngine } from './ListEngine.ts'
import { prefetchDistance } from './ScrollSpeed.ts'

/** Room above and below the rows for the edges, px; fixed, so that nothing in it moves a message. */
export const EDGE_START = 132
export const EDGE_END = 56
/** From here to the end a reader counts as being at the end, px. */
export const END_THRESHOLD = 80

/** How much of the topmost row may be hidden while it still counts as visible, px. */
const TOP_SLACK = 8
/** A day heading is visible until this much of its row is hidden, px; see `Day.module.css`. */
const HEADING_PX = 42

/** What others need to know of the list. */
export interface ListView {
  /** Day of the topmost message, where nothing on the screen names it. */
  readonly topDay: string | null
  readonly atEnd: boolean
}

const belowOf = ({ total, offset, viewport }: ListEngine): number => total - offset - viewport.height

/** What is visible of the list at its current position. @param endIsLoaded whether the newest message of the dialog is among the rows */
export function listView(engine: ListEngine, rows: readonly TimelineRow[], endIsLoaded: boolean): ListView {
  const { offset } = engine
  const box = offset < EDGE_START ? undefined : engine.rowAt(offset + TOP_SLACK)
  const row = box && rows[box.index]
  return {
    // While the day's own heading is in sight, nothing has to repeat it.
    topDay: row && !(row.startsDay && offset < box.start + HEADING_PX) ? row.day : null,
    atEnd: endIsLoaded && belowOf(engine) <= END_THRESHOLD,
  }
}

/** The ends of what is loaded that the reader is near, the nearer one first: one page is read at a time. */
export function sidesNear(engine: ListEngine, isFast: boolean): ('older' | 'newer')[] {
  const room = { older: engine.offset - EDGE_START, newer: belowOf(engine) }
  const near = prefetchDistance(engine.viewport.height, isFast)
  const sides = (['older', 'newer'] as const).filter((side) => room[side] < near)
  return room.newer < engine.offset ? sides.reverse() : sides
}
