import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extendRange, inWholeSteps, MOUNT_STEP, nextMounted, type RowRange } from './mounted-range.ts'

const row = fc.nat(200)
const range = fc.tuple(row, row).map(([a, b]): RowRange => ({ first: Math.min(a, b), last: Math.max(a, b) }))
/** What is needed, and around it what is wanted. */
const ranges = fc
  .tuple(range, fc.nat(40), fc.nat(40))
  .map(([needed, above, below]) => [needed, { first: needed.first - above, last: needed.last + below }] as const)

const holds = (outer: RowRange, inner: RowRange) => outer.first <= inner.first && outer.last >= inner.last
const isIn = (range: RowRange | null) => (index: number) => range !== null && index >= range.first && index <= range.last
const length = ({ first, last }: RowRange) => last - first + 1
const shared = (a: RowRange, b: RowRange | null) =>
  b === null ? 0 : Math.max(0, Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1)

describe('the rows that are mounted next', () => {
  it('hold what is needed, whatever is mounted', () => {
    fc.assert(
      fc.property(ranges, fc.option(range), ([needed, wanted], mounted) => {
        expect(holds(nextMounted(needed, wanted, isIn(mounted)), needed)).toBe(true)
      }),
    )
  })

  it('are, beyond what is needed and what was mounted, no more than a few at each end', () => {
    fc.assert(
      fc.property(ranges, fc.option(range), ([needed, wanted], mounted) => {
        const next = nextMounted(needed, wanted, isIn(mounted))
        expect(length(next) - shared(next, mounted)).toBeLessThanOrEqual(length(needed) + 2 * MOUNT_STEP)
      }),
    )
  })

  it('are only what is needed and what is mounted already, where no more may be mounted', () => {
    fc.assert(
      fc.property(ranges, range, ([needed, wanted], mounted) => {
        const next = nextMounted(needed, wanted, isIn(mounted), 0)
        expect(holds(next, needed)).toBe(true)
        for (let index = next.first; index <= next.last; index++) expect(isIn(needed)(index) || isIn(mounted)(index)).toBe(true)
      }),
    )
  })

  it('are what is wanted in the end', () => {
    fc.assert(
      fc.property(ranges, fc.option(range), ([needed, wanted], start) => {
        let mounted = start
        for (let commit = 0; commit <= 200 / MOUNT_STEP + 1; commit++) mounted = nextMounted(needed, wanted, isIn(mounted))
        expect(mounted).toEqual(wanted)
      }),
    )
  })

  it('let go of others as slowly, and at once of all that is elsewhere', () => {
    const here = { first: 100, last: 110 }
    expect(nextMounted(here, here, isIn({ first: 80, last: 130 }))).toEqual({ first: 84, last: 126 })
    expect(nextMounted(here, here, isIn({ first: 0, last: 20 }))).toEqual(here)
  })
})

describe('a range in whole steps', () => {
  it('holds the range and no more than a step beyond it, and stays the same from one row of a step to the next', () => {
    fc.assert(
      fc.property(range, fc.nat(20), (inSight, further) => {
        const count = inSight.last + 1 + further
        const steps = inWholeSteps(inSight, count)
        expect(holds(steps, inSight)).toBe(true)
        expect(length(steps)).toBeLessThan(length(inSight) + 2 * MOUNT_STEP)
        expect(steps.last).toBeLessThan(count)
        expect(inWholeSteps(steps, count)).toEqual(steps)
      }),
    )
  })
})

describe('an extended range', () => {
  it('has as many rows more as fill the room, and no more than there are', () => {
    const extended = (px: number, count: number) =>
      extendRange({ first: 10, last: 12 }, { abovePx: px, belowPx: 2.5 * px }, { count, sizeOf: () => 50 })
    expect(extended(100, 100)).toEqual({ first: 8, last: 17 })
    expect(extended(10_000, 15)).toEqual({ first: 0, last: 14 })
    expect(extended(0, 15)).toEqual({ first: 10, last: 12 })
  })
})
