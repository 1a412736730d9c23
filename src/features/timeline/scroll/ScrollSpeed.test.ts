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

describe('frames', () => {
  const after = (...gaps: readonly number[]) => {
    const speed = new ScrollSpeed()
    let now = 1_000
    for (const gap of [0, ...gaps]) speed.sample(-now, (now += gap))
    return speed.isSmooth
  }
  const times = (count: number, gap: number): number[] => Array<number>(count).fill(gap)
  it('come in time on a screen that shows sixty a second or more, and where one of many is late', () => {
    expect(after(...times(30, 16.7))).toBe(true)
    expect(after(...times(60, 8.3))).toBe(true)
    expect(after(...times(30, 16.7), 33.3, 16.7)).toBe(true)
  })
  it('come late where it is every other, until they have come in time for a while', () => {
    const late = times(15, 0).flatMap(() => [16.7, 33.3])
    expect(after(...late)).toBe(false)
    expect(after(...late, 16.7, 16.7)).toBe(false)
    expect(after(...late, ...times(10, 16.7))).toBe(true)
  })
  it('are not late because the list has rested', () => {
    expect(after(...times(30, 16.7), 5_000, 16.7)).toBe(true)
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
