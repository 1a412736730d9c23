import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clampedRatio, fittingScale } from './pdf-page-size.ts'

const A4 = { width: 595, height: 842 }

it('a page fills the width of its box, finer on a finer screen', () => {
  expect(clampedRatio(A4.width, A4.height)).toBe(A4.width / A4.height)
  expect(fittingScale(A4, 892.5, 1)).toEqual({ shown: 1.5, sharp: 1.5 })
  expect(fittingScale(A4, 892.5, 3)).toEqual({ shown: 1.5, sharp: 3 })
})

it('a page of any size stays within its box, and what is drawn of it within bounds', () => {
  const side = fc.double({ min: 1e-6, max: 1e9, noNaN: true })
  fc.assert(
    fc.property(side, side, fc.integer({ min: 100, max: 5_000 }), fc.constantFrom(1, 2, 4), (width, height, boxWidth, pixelRatio) => {
      const ratio = clampedRatio(width, height)
      expect(ratio).toBeGreaterThanOrEqual(1 / 8)
      expect(ratio).toBeLessThanOrEqual(8)
      const { shown, sharp } = fittingScale({ width, height }, boxWidth, pixelRatio)
      expect(width * shown).toBeLessThanOrEqual(boxWidth * 1.000_001)
      expect(height * shown).toBeLessThanOrEqual((boxWidth / ratio) * 1.000_001)
      expect(width * sharp * height * sharp).toBeLessThanOrEqual(4_096 * 4_096 * 1.000_001)
    }),
  )
})
