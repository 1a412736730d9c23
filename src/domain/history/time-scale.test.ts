import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Clock, dayAt } from '~/lib/time/clock'
import { DayScale, instantOf, shareOf, ticksOf } from './time-scale.ts'

const utc = new Clock('utc')
const begin = Date.UTC(2017, 10, 1, 8)
const DAY = 86_400_000
const NINE_YEARS = 9 * 365 * DAY

/** From one moment to nine years. */
const spans = fc
  .record({ from: fc.integer({ min: begin - NINE_YEARS, max: begin }), length: fc.oneof(fc.nat(2 * DAY), fc.nat(NINE_YEARS)) })
  .map(({ from, length }) => ({ from, to: from + length }))
const shares = fc.double({ min: 0, max: 1, noNaN: true })
const clocks = fc.constantFrom(utc, new Clock('portal', { minutes: 345 }), new Clock('portal', { minutes: -480 }))

describe('a span of time', () => {
  it('leads from a pixel to an instant and back to the same pixel', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 2_000 }), shares, (span, height, share) => {
        const px = Math.round(share * height)
        const back = shareOf(span, instantOf(span, px / height)) * height
        // One that has no length is its end.
        if (span.to - span.from > 10 * height) expect(back).toBeCloseTo(px, 0)
      }),
    )
  })

  it('grows as time does, and ends at its ends', () => {
    fc.assert(
      fc.property(spans, shares, shares, (span, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one]
        expect(instantOf(span, earlier)).toBeLessThanOrEqual(instantOf(span, later))
        expect(shareOf(span, instantOf(span, earlier))).toBeLessThanOrEqual(shareOf(span, instantOf(span, later)))
        expect([instantOf(span, -1), instantOf(span, 2)]).toEqual([span.from, span.to])
        if (span.to > span.from) expect([shareOf(span, span.from - 1), shareOf(span, span.to + 1)]).toEqual([0, 1])
      }),
    )
  })
})

describe('the days of a dialog', () => {
  it('each begins at a place where it is the day', () => {
    fc.assert(
      fc.property(spans, clocks, shares, (span, clock, share) => {
        const scale = new DayScale(span, clock)
        const day = scale.dayAt(share)
        expect(scale.dayAt(scale.shareOfDay(day))).toBe(day)
        expect(scale.nearest(day)).toBe(day)
        expect(scale.indexOf(day)).toBeGreaterThanOrEqual(0)
        expect(scale.indexOf(day)).toBeLessThanOrEqual(scale.indexOf(scale.last))
      }),
    )
  })

  it('one message is one day', () => {
    const scale = new DayScale({ from: begin, to: begin }, utc)
    expect([scale.first, scale.last, scale.dayAt(0.3), scale.indexOf(scale.last)]).toEqual(['2017-11-01', '2017-11-01', '2017-11-01', 0])
    expect(ticksOf(scale, 8)).toEqual([])
  })

  it('keys go to the next day with messages where that is known, else to the next day, and not beyond the ends', () => {
    const scale = new DayScale({ from: begin, to: begin + 100 * DAY }, utc)
    const written = ['2017-11-10', '2017-11-13', '2017-11-20']
    expect(scale.step('2017-11-13', -1, written)).toBe('2017-11-10')
    expect(scale.step('2017-11-13', 1, written)).toBe('2017-11-20')
    expect(scale.step('2017-11-14', 1, written)).toBe('2017-11-20')
    expect(scale.step('2017-11-10', -1, written)).toBe('2017-11-09')
    expect(scale.step('2017-12-24', 1, written)).toBe('2017-12-25')
    expect(scale.step(scale.first, -1, [])).toBe(scale.first)
    expect(scale.step(scale.last, 1, [])).toBe(scale.last)
  })
})

describe('ticks', () => {
  it('are few, in order, on the scale, and where their day begins', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 20 }), (span, most) => {
        const scale = new DayScale(span, utc)
        const ticks = ticksOf(scale, most)
        expect(ticks.length).toBeLessThanOrEqual(most + 1)
        for (const [at, { day, share }] of ticks.entries()) {
          expect(dayAt(instantOf(span, share), 0)).toBe(day)
          expect(share).toBeGreaterThan(ticks[at - 1]?.share ?? -1)
        }
      }),
    )
  })

  it('are years in a long life, months in a short one, and days in one of days', () => {
    const of = (days: number) =>
      ticksOf(new DayScale({ from: begin, to: begin + days * DAY }, utc), 8).map(({ day, unit }) => `${unit} ${day}`)
    expect(of(3_000)).toEqual(['year 2018-01-01', 'year 2020-01-01', 'year 2022-01-01', 'year 2024-01-01', 'year 2026-01-01'])
    expect(of(200)).toEqual([
      'month 2017-12-01',
      'year 2018-01-01',
      'month 2018-02-01',
      'month 2018-03-01',
      'month 2018-04-01',
      'month 2018-05-01',
    ])
    expect(of(4)).toEqual(['day 2017-11-02', 'day 2017-11-03', 'day 2017-11-04', 'day 2017-11-05'])
  })
})
