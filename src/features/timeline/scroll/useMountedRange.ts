import type { Range } from '@tanstack/react-virtual'
import { useReducer, useRef, type RefObject } from 'react'
import { MOUNT_STEP, nextMounted, reaching } from './mounted-range.ts'
import type { Pace } from './PrefetchDistance.ts'
import type { ListVirtualizer } from './ReadingLine.ts'

/** Rows are mounted this far beyond the viewport the way the reader goes, px: first measures then happen outside of it. */
const OVERSCAN_PX = 1_200
/** The same for where the reader comes from: those rows were measured, and every mounted row costs time in each frame. */
const BEHIND_PX = 400
/** Of a row that was never measured nor estimated, px. */
const UNKNOWN_PX = 40

interface Options {
  readonly rows: readonly { readonly key: string }[]
  readonly indexByKey: RefObject<ReadonlyMap<string, number>>
  /** A row that has to stay mounted: the focused one. */
  readonly pinnedKey: RefObject<string | null>
  readonly virtualizer: RefObject<ListVirtualizer | null>
  readonly pace: Pace
  /** Whether the first picture has been shown; it has no more rows than can be seen. */
  readonly painted: boolean
}

interface MountedRange {
  /** For the virtualizer: a few rows more in each commit, until those beyond the viewport are there. */
  readonly rangeExtractor: (range: Range) => number[]
  /** Has to be an effect of every commit. */
  readonly committed: () => (() => void) | undefined
}

/** Which rows are mounted. */
export function useMountedRange({ rows, indexByKey, pinnedKey, virtualizer, pace, painted }: Options): MountedRange {
  const mountMore = useReducer((turns: number) => turns + 1, 0)[1]
  const direction = useRef<'backward' | 'forward'>('backward')
  const isComplete = useRef(true)

  // Made anew in every render, so that the virtualizer asks it again.
  const rangeExtractor = ({ startIndex, endIndex, count }: Range) => {
    const list = virtualizer.current
    direction.current = list?.scrollDirection ?? direction.current
    const sizeOf = (index: number) => list?.measurementsCache[index]?.size ?? UNKNOWN_PX
    const reach = (px: number) => {
      const ahead = painted ? px : 0
      const behind = painted ? BEHIND_PX : 0
      const [above, below] = direction.current === 'backward' ? [ahead, behind] : [behind, ahead]
      return reaching(startIndex, endIndex, above, below, count, sizeOf)
    }
    const wanted = reach(OVERSCAN_PX)
    const needed = reach(Math.min(OVERSCAN_PX, Math.max(BEHIND_PX, pace.soon(performance.now()))))
    // In steps: a few rows are mounted now and then, and not one in every frame.
    const whole = {
      first: wanted.first - (wanted.first % MOUNT_STEP),
      last: Math.min(count - 1, wanted.last - (wanted.last % MOUNT_STEP) + MOUNT_STEP - 1),
    }
    const range = nextMounted(needed, whole, (index) => list?.elementsCache.has(rows[index]?.key ?? '') ?? false)
    isComplete.current = range.first === whole.first && range.last === whole.last
    const indexes = Array.from({ length: range.last - range.first + 1 }, (_, at) => range.first + at)
    const pinned = pinnedKey.current === null ? undefined : indexByKey.current.get(pinnedKey.current)
    if (pinned !== undefined && pinned < range.first) indexes.unshift(pinned)
    if (pinned !== undefined && pinned > range.last) indexes.push(pinned)
    return indexes
  }
  const committed = () => {
    if (isComplete.current) return undefined
    const frame = requestAnimationFrame(mountMore)
    return () => cancelAnimationFrame(frame)
  }
  return { rangeExtractor, committed }
}
