import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Clock, dayAt, offsetLabel, timeAt } from './clock.ts'

const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2090, 0) })

/** How many minutes a zone is east of UTC, by its rules. */
function ruledOffset(timeZone: string, epochMs: number): number {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(epochMs)
    .find(({ type }) => type === 'timeZoneName')
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name?.value ?? '') ?? []
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
}

describe('a clock', () => {
  it.each(['Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Australia/Lord_Howe'])(
    'reads day and time as the rules of %s have them, summer and winter',
    (timeZone) => {
      const day = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
      const time = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' })
      fc.assert(
        fc.property(instants, (at) => {
          const offset = ruledOffset(timeZone, at)
          expect([dayAt(at, offset), timeAt(at, offset)]).toEqual([day.format(at), time.format(at)])
        }),
      )
    },
  )

  it('moves days and times together', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -840, max: 840 }), (at, offset) => {
        const read = Date.parse(`${dayAt(at, offset)}T${timeAt(at, offset)}Z`)
        expect(read).toBe(Math.floor(at / 1000) * 1000 + offset * 60_000)
      }),
    )
  })

  it('reads any instant, however far away', () => {
    fc.assert(
      fc.property(fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }), fc.integer({ min: -840, max: 840 }), (at, offset) => {
        expect(dayAt(at, offset)).toMatch(/^[+-]?\d{4,6}-\d\d-\d\d$/)
        expect(timeAt(at, offset)).toMatch(/^\d\d:\d\d:\d\d$/)
      }),
    )
  })

  it('of the portal goes by what was written with the date, else by what was written lately, else as the reader’s', () => {
    const known = { minutes: null }
    const clock = new Clock('portal', known)
    const own = new Clock('own', known)
    expect(clock.offsetAt(0, 300)).toBe(300)
    expect(clock.offsetAt(0)).toBe(own.offsetAt(0))
    own.learn(-180)
    own.learn(null)
    expect(clock.offsetAt(0)).toBe(-180)
    expect(clock.offsetAt(0, 0)).toBe(0)
    // Tests run in UTC.
    expect(own.offsetAt(0, 300)).toBe(0)
    expect(new Clock('utc', known).offsetAt(0, 300)).toBe(0)
  })

  it.each([
    [0, 'UTC'],
    [180, 'UTC+3'],
    [-210, 'UTC-3:30'],
    [345, 'UTC+5:45'],
    [-720, 'UTC-12'],
  ])('of %i minutes is called %s', (minutes, label) => expect(offsetLabel(minutes)).toBe(label))
})
