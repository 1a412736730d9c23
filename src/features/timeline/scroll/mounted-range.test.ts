import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extendRange, inWholeSteps, MOUNT_PX, MOUNT_STEP, nextMounted, type RowRange } from './mounted-range.ts'

const row = fc.nat(200)
const range = fc.tuple(row, row).map(([a, b]): RowRange => ({ first: Math.min(a, b), last: Math.max(a, b) }))
/** What is needed, and around it what is wanted. */
const ranges = fc
  .tuple(range, fc.nat(40), fc.nat(40))
  .map(([needed, above, below]) => [needed, { first: needed.first - above, last: needed.last + below }] as const)

/** Heights of rows by their indexes, px: some are higher than all may be together. */
const sizes = fc
  .array(fc.integer({ min: 20, max: 1.5 * MOUNT_PX }), { minLength: 7, maxLength: 7 })
  .map((px) => (index: number) => px.at(index % 7) ?? 0)
/** As high as those of which a few come at a time. */
const low = () => MOUNT_PX / MOUNT_STEP

const holds = (outer: RowRange, inner: RowRange) => outer.first <= inner.first && outer.last >= inner.last
const isIn = (range: RowRange | null) => (index: number) => range !== null && index >= range.first && index <= range.last
const length = ({ first, last }: RowRange) => last - first + 1
const shared = (a: RowRange, b: RowRange | null) =>
  b === null ? 0 : Math.max(0, Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1)

describe('the rows that are mounted next', () => {
  it('hold what is needed, whatever is mounted', () => {
    fc.assert(
      fc.property(ranges, fc.option(range), sizes, ([needed, wanted], mounted, sizeOf) => {
        expect(holds(nextMounted(needed, wanted, isIn(mounted), sizeOf), needed)).toBe(true)
      }),
    )
  })

  it('are, beyond what is needed and what was mounted, no more than a few at each end', () => {
    fc.assert(
      fc.property(ranges, fc.option(range), ([needed, wanted], mounted) => {
        const next = nextMounted(needed, wanted, isIn(mounted), low)
        expect(length(next) - shared(next, mounted)).toBeLessThanOrEqual(length(needed) + 2 * MOUNT_STEP)
      }),
    )
  })

  it('are at each end no higher together than may be, or one row', () => {
    fc.assert(
      fc.property(ranges, fc.option(range), sizes, fc.constantFrom(MOUNT_PX, 2 * MOUNT_PX), ([needed, wanted], mounted, sizeOf, most) => {
        const { first, last } = nextMounted(needed, wanted, isIn(mounted), sizeOf, most)
        const ends = [
          { first, last: needed.first - 1 },
          { first: needed.last + 1, last },
        ]
        for (const end of ends) {
          const fresh = Array.from({ length: Math.max(0, length(end)) }, (_, at) => end.first + at).filter((index) => !isIn(mounted)(index))
          const px = fresh.reduce((sum, index) => sum + sizeOf(index), 0)
          if (fresh.length > 1) expect(px).toBeLessThanOrEqual(most)
        }
      }),
    )
  })

  it('are only what is needed and what is mounted already, where no more may be mounted', () => {
    fc.assert(
      fc.property(ranges, range, ([needed, wanted], mounted) => {
        const next = nextMounted(needed, wanted, isIn(mounted), low, 0)
        expect(holds(next, needed)).toBe(true)
        for (let index = next.first; index <= next.last; index++) expect(isIn(needed)(index) || isIn(mounted)(index)).toBe(true)
      }),
    )
  })

  it('are what is wanted in the end', () => {
    fc.assert(
      fc.property(ranges, fc.option(range), sizes, ([needed, wanted], start, sizeOf) => {
        let mounted = start
        // At worst a row in each, or a step of those that go.
        for (let commit = 0; commit <= 200; commit++) mounted = nextMounted(needed, wanted, isIn(mounted), sizeOf)
        expect(mounted).toEqual(wanted)
      }),
    )
  })

  it('let go of others as slowly, and at once of all that is elsewhere', () => {
    const here = { first: 100, last: 110 }
    expect(nextMounted(here, here, isIn({ first: 80, last: 130 }), low)).toEqual({ first: 84, last: 126 })
    expect(nextMounted(here, here, isIn({ first: 0, last: 20 }), low)).toEqual(here)
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
