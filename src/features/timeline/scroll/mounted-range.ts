/** Rows next to each other, by their indexes; both ends belong to them. */
export interface RowRange {
  readonly first: number
  readonly last: number
}

/** Rows come into sight, and are unmounted at an end, by so many. */
export const MOUNT_STEP = 4
/** How high the rows may be together that are mounted at an end in one commit, px: what a slow processor lays out within a frame. */
export const MOUNT_PX = 160

/** A range extended to whole steps, as far as there are rows: while the list scrolls, it changes once for several rows. @param count of all rows */
export const inWholeSteps = ({ first, last }: RowRange, count: number): RowRange => ({
  first: first - (first % MOUNT_STEP),
  last: Math.min(count - 1, last - (last % MOUNT_STEP) + MOUNT_STEP - 1),
})

/**
 * The rows to mount next: those that are needed now, and of the others that are wanted a few more than are mounted. When
 * the reader turns round, or a page arrives, the room beyond the screen fills over several frames instead of in one; and
 * what is mounted beyond it is unmounted as slowly.
 *
 * @param needed what is in sight or may be before the next commit
 * @param wanted what should be mounted in the end; holds `needed`
 * @param isMounted by index, of rows that may not exist as well
 * @param sizeOf their heights by index, px
 * @param mostPx how high those may be together that are mounted at an end beyond what is needed; a row that is higher comes alone
 * @returns holds `needed`; is `wanted` after as many commits as it takes
 */
export function nextMounted(
  needed: RowRange,
  wanted: RowRange,
  isMounted: (index: number) => boolean,
  sizeOf: (index: number) => number,
  mostPx = MOUNT_PX,
): RowRange {
  const endOf = (from: number, to: number, step: 1 | -1): number => {
    let left = mostPx
    const fits = (px: number) => {
      const isFirst = left === mostPx
      left -= px
      return left >= 0 || (isFirst && mostPx > 0)
    }
    let at = from
    while (at !== to && (isMounted(at + step) || fits(sizeOf(at + step)))) at += step
    if (at !== to) return at
    let beyond = 0
    while (isMounted(to + step * (beyond + 1))) beyond++
    return to + step * Math.max(0, beyond - MOUNT_STEP)
  }
  return { first: endOf(needed.first, wanted.first, -1), last: endOf(needed.last, wanted.last, 1) }
}

/**
 * A range extended by as many rows as fill some room, as far as there are any.
 *
 * @param room px above and below
 * @param rows how many there are, and the height of each, px
 */
export function extendRange(
  { first, last }: RowRange,
  room: { readonly abovePx: number; readonly belowPx: number },
  rows: { readonly count: number; readonly sizeOf: (index: number) => number },
): RowRange {
  let start = first
  for (let px = 0; start > 0 && px < room.abovePx; px += rows.sizeOf(start)) start--
  let end = last
  for (let px = 0; end < rows.count - 1 && px < room.belowPx; px += rows.sizeOf(end)) end++
  return { first: start, last: end }
}
