import { describe, expect, it } from 'vitest'
import { pictureSize } from '~/dialog/attachments/picture-size'
import { Pace, Reach } from './PrefetchDistance.ts'

describe('the distance at which the next page is asked for', () => {
  it('is 1,500 px or two viewports, whichever is more', () => {
    expect(new Reach().px(0, 600, 1_000)).toBe(1_500)
    expect(new Reach().px(0, 1_000, 1_000)).toBe(2_000)
  })
  it('is three times as far for a fast reader, and as usual again after a pause', () => {
    const reach = new Reach()
    reach.px(10_000, 600, 1_000)
    expect(reach.px(9_900, 600, 1_016)).toBe(4_500)
    expect(reach.px(9_890, 600, 1_032)).toBe(4_500)
    expect(reach.px(9_880, 600, 2_000)).toBe(1_500)
  })
  it('does not take a jump after a pause for speed', () => {
    const reach = new Reach()
    reach.px(10_000, 600, 1_000)
    expect(reach.px(0, 600, 5_000)).toBe(1_500)
  })
})

describe('where the reader soon will be', () => {
  it('is as far as he goes in a tenth of a second at the present speed', () => {
    const pace = new Pace()
    pace.isFast(10_000, 1_000)
    pace.isFast(9_936, 1_016)
    expect(pace.soon(1_020)).toBe(400)
    expect(pace.soon(2_000)).toBe(0)
  })
  it('does not take what is put above, or a jump, for speed', () => {
    const pace = new Pace()
    pace.isFast(1_000, 1_000)
    pace.isFast(4_400, 1_016)
    expect(pace.soon(1_020)).toBe(0)
  })
})

describe('the box of a picture', () => {
  it('keeps the proportions of what is known, and is fixed for what is not', () => {
    expect(pictureSize({ size: { width: 1_600, height: 800 }, videoNote: false })).toEqual({ width: 460, height: 230 })
    expect(pictureSize({ size: { width: 90, height: 60 }, videoNote: false })).toEqual({ width: 90, height: 60 })
    expect(pictureSize({ size: null, videoNote: false })).toEqual({ width: 320, height: 180 })
  })
})
