import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { albumOf } from './album.ts'
import { MAX_WIDTH } from './picture-size.ts'

const landscape = 1.5
const picture = fc.record({
  size: fc.option(fc.record({ width: fc.integer({ min: 1, max: 8_000 }), height: fc.integer({ min: 1, max: 8_000 }) })),
  videoNote: fc.boolean(),
})

/** How many pictures of these ratios stand in each row. */
const counts = (ratios: readonly number[]) =>
  albumOf(ratios.map((ratio) => ({ size: { width: ratio * 1_000, height: 1_000 }, videoNote: false }))).map((row) => row.pictures.length)

describe('an album', () => {
  it('puts two side by side, and more of them into rows of about one height', () => {
    expect(counts([landscape, landscape])).toEqual([2])
    expect(counts([landscape, landscape, landscape, landscape])).toEqual([2, 2])
    expect(counts(Array.from({ length: 10 }, () => 1))).toEqual([3, 3, 2, 2])
    expect(counts([0.6, 0.6, 0.6])).toEqual([3])
  })

  it('shows each of up to ten once and in order, in rows neither flat nor taller than wide', () => {
    fc.assert(
      fc.property(fc.array(picture, { minLength: 2, maxLength: 10 }), (pictures) => {
        const rows = albumOf(pictures)
        expect(rows.flatMap((row) => row.pictures)).toEqual(pictures)
        for (const { ratio } of rows) {
          const height = MAX_WIDTH / ratio
          expect(height).toBeGreaterThan(80)
          expect(height).toBeLessThan(MAX_WIDTH / 0.59)
        }
      }),
    )
  })
})
