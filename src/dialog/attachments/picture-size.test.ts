import { expect, it } from 'vitest'
import { pictureSize } from './picture-size.ts'

it('the box of a picture keeps the proportions of what is known, and is fixed for what is not', () => {
  expect(pictureSize({ size: { width: 1_600, height: 800 }, videoNote: false })).toEqual({ width: 460, height: 230 })
  expect(pictureSize({ size: { width: 90, height: 60 }, videoNote: false })).toEqual({ width: 90, height: 60 })
  expect(pictureSize({ size: null, videoNote: false })).toEqual({ width: 320, height: 180 })
})
