import { describe, expect, it } from 'vitest'
import { prefetchDistance, ScrollSpeed } from './ScrollSpeed.ts'

const speedAfter = (...samples: readonly (readonly [offset: number, now: number])[]): ScrollSpeed => {
  const speed = new ScrollSpeed()
  for (const [offset, now] of samples) speed.sample(offset, now)
  return speed
}

describe('the distance at which the next page is asked for', () => {
  it('is 1,500 px or two viewports, whichever is more', () => {
    expect(prefetchDistance(600, false)).toBe(1_500)
    expect(prefetchDistance(1_000, false)).toBe(2_000)
  })
  it('is three times as far for a fast reader', () => {
    expect(prefetchDistance(600, true)).toBe(4_500)
  })
})

describe('a list', () => {
  it('is fast beyond two px a millisecond, for a moment afterwards, and no longer after a rest', () => {
    const speed = speedAfter([10_000, 1_000], [9_900, 1_016])
    expect(speed.isFast(1_016)).toBe(true)
    speed.sample(9_890, 1_032)
    expect(speed.isFast(1_032)).toBe(true)
    speed.sample(9_880, 2_000)
    expect(speed.isFast(2_000)).toBe(false)
  })
  it('is not fast because a page was put above, but because its scrollbar is dragged far', () => {
    expect(speedAfter([1_000, 1_000], [980, 1_016], [4_960, 1_032]).isFast(1_032)).toBe(false)
    expect(speedAfter([90_000, 1_000], [70_000, 1_016], [50_000, 1_032]).isFast(1_032)).toBe(true)
  })
  it('is not fast because it was moved far after a rest: that is a jump', () => {
    expect(speedAfter([10_000, 1_000], [0, 5_000]).isFast(5_000)).toBe(false)
  })
})

describe('where the reader soon will be', () => {
  it('is as far as they go in a tenth of a second at the present speed', () => {
    const speed = speedAfter([10_000, 1_000], [9_936, 1_016])
    expect(speed.expectedTravelPx(1_020)).toBe(400)
    expect(speed.expectedTravelPx(2_000)).toBe(0)
  })
  it('does not take what is put above, or a jump, for speed', () => {
    expect(speedAfter([1_000, 1_000], [4_400, 1_016]).expectedTravelPx(1_020)).toBe(0)
  })
})
