import type { ListEngine } from './ListEngine.ts'
import { extendRange, inWholeSteps, MOUNT_PX, nextMounted, type RowRange } from './mounted-range.ts'
import type { ScrollSpeed } from './ScrollSpeed.ts'

/** Rows are mounted this far beyond the viewport the way the reader goes, px: first measures then happen outside of it. */
const OVERSCAN_PX = 1_200
/** The same for where the reader comes from: those rows were measured, and every mounted row costs time in each frame. */
const BEHIND_PX = 400
/** With less than that mounted the way the reader goes, it matters more that there is more soon, px. */
const RESERVE_PX = 1_000
/** Of a row that was never measured nor estimated, px. */
const UNKNOWN_PX = 40

const sizeIn = (engine: ListEngine) => (index: number) => engine.row(index)?.size ?? UNKNOWN_PX

/** Which rows are mounted: those in sight at once, those around them a few at a time. */
export class RowMounting {
  /** The first picture has no more rows than can be seen; whether it has been shown. */
  painted = false
  #direction: 'backward' | 'forward' = 'backward'
  readonly #speed: ScrollSpeed
  readonly #now: () => number

  /** @param now ms, as the speed's samples */
  constructor(speed: ScrollSpeed, now: () => number) {
    this.#speed = speed
    this.#now = now
  }

  /** Which way the reader goes; what is null leaves it as it was. */
  turn(direction: ListEngine['direction']): void {
    this.#direction = direction ?? this.#direction
  }

  /**
   * The rows to be mounted next.
   * @param keyOf key of a row; undefined where there is none
   * @param pinned a row that stays mounted wherever the list goes
   * @param isNewPage whether rows have just come or gone, which is work enough for one frame: of those beyond it none are mounted yet
   * @returns indexes, ascending
   */
  next(
    engine: ListEngine,
    inSight: RowRange,
    count: number,
    keyOf: (index: number) => string | undefined,
    pinned: number | undefined,
    isNewPage: boolean,
  ): number[] {
    const travel = this.#speed.expectedTravelPx(this.#now())
    const needed = this.#around(engine, inSight, count, Math.min(OVERSCAN_PX, Math.max(BEHIND_PX, travel)))
    const isMounted = (index: number) => engine.isMounted(keyOf(index) ?? '')
    const reserve = this.#around(engine, inSight, count, RESERVE_PX)
    // Where frames come late in any case, they had better be fewer.
    const isHurried = !this.#speed.isSmooth || !isMounted(reserve.first) || !isMounted(reserve.last)
    const mostPx = isNewPage ? 0 : isHurried ? 2 * MOUNT_PX : MOUNT_PX
    const { first, last } = nextMounted(needed, this.#wanted(engine, inSight, count), isMounted, sizeIn(engine), mostPx)
    const indexes = Array.from({ length: last - first + 1 }, (_, at) => first + at)
    if (pinned !== undefined && pinned < first) indexes.unshift(pinned)
    if (pinned !== undefined && pinned > last) indexes.push(pinned)
    return indexes
  }

  /** Whether all is mounted that should be, and nothing else. @param pinnedKey of the row that stays mounted, if there is one */
  isComplete(engine: ListEngine, count: number, pinnedKey: string | null): boolean {
    if (!engine.inSight) return true
    const { first, last } = this.#wanted(engine, engine.inSight, count)
    const drawn = engine.mountedRows().filter(({ key, index }) => key !== pinnedKey || (index >= first && index <= last))
    return drawn[0]?.index === first && drawn.at(-1)?.index === last
  }

  /** What should be mounted in the end; in steps, so that a few rows are mounted now and then, and not one in every frame. */
  #wanted(engine: ListEngine, inSight: RowRange, count: number): RowRange {
    return inWholeSteps(this.#around(engine, inSight, count, OVERSCAN_PX), count)
  }

  #around(engine: ListEngine, inSight: RowRange, count: number, px: number): RowRange {
    const ahead = this.painted ? px : 0
    const behind = this.painted ? BEHIND_PX : 0
    const [abovePx, belowPx] = this.#direction === 'backward' ? [ahead, behind] : [behind, ahead]
    return extendRange(inSight, { abovePx, belowPx }, { count, sizeOf: sizeIn(engine) })
  }
}
