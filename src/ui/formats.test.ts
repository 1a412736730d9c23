import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Clock } from '~/lib/time/clock'
import { formatsOf } from './formats.ts'

const AT = Date.UTC(2026, 2, 4, 22, 43, 26)
const portal = new Clock('portal', { minutes: 0 })
const english = formatsOf('en', portal)

/** Whether a comma follows the weekday depends on the version of the rules that the engine has. */
const bare = (text: string): string => text.replace(/^(\p{L}+),/u, '$1')

describe('dates', () => {
  it('are those of the clock, and full ones name it', () => {
    expect(bare(english.full(AT, 180))).toBe('Thursday 5 March 2026, 01:43:26 UTC+3')
    expect(bare(english.full(AT, -210))).toBe('Wednesday 4 March 2026, 19:13:26 UTC-3:30')
    expect(bare(formatsOf('en', new Clock('utc')).full(AT, 180))).toBe('Wednesday 4 March 2026, 22:43:26 UTC')
    expect(bare(formatsOf('ru', portal).full(AT, 180))).toBe('Четверг 5 марта 2026 г., 01:43:26 UTC+3')
  })

  it('move together: day, time, full and short', () => {
    expect([bare(english.day(AT, 180)), english.date(AT, 180), english.time(AT, 180)]).toEqual([
      'Thursday 5 March 2026',
      '5 March 2026',
      '01:43',
    ])
    expect([bare(english.day(AT)), english.date(AT), english.time(AT)]).toEqual(['Wednesday 4 March 2026', '4 March 2026', '22:43'])
  })

  it('that are recent say what distinguishes them on that clock', () => {
    const recent = (now: number, written: number) => english.recent(AT, now, written)
    // Half an hour later it is the same day there, and already the next one elsewhere.
    expect(recent(AT + 1_800_000, 180)).toBe('01:43')
    expect(recent(AT + 1_800_000, 60)).toBe('Wed')
    expect(recent(AT + 30 * 86_400_000, 180)).toBe('5 Mar')
    expect(recent(AT + 400 * 86_400_000, 180)).toBe('5 Mar 2026')
  })

  it('in the middle of a sentence are written as there', () => {
    const russian = formatsOf('ru', portal)
    expect([AT + 60_000, AT + 2 * 86_400_000, AT + 30 * 86_400_000].map((now) => english.lately(AT, now))).toEqual([
      { on: 'time', date: '22:43' },
      { on: 'day', date: 'Wednesday' },
      { on: 'day', date: '4 March 2026' },
    ])
    expect(russian.lately(AT, AT + 2 * 86_400_000).date).toBe('среда')
    expect(russian.moment(AT, AT + 2 * 86_400_000)).toBe('4 марта 2026 г.')
    expect(russian.moment(AT, AT + 60_000)).toBe('22:43')
  })

  it('name the day of which a separator is made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2090, 0) }), fc.integer({ min: -840, max: 840 }), (at, written) => {
        expect(english.full(at, written).startsWith(english.day(at, written))).toBe(true)
        expect(english.full(at, written)).toContain(`, ${english.time(at, written)}:`)
      }),
    )
  })
})
