import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { parseDay } from './calendar-day.ts'
import { Clock, dayAt } from './clock.ts'
import { dayAfter, dayStart, monthBefore, writtenOffset } from './day-start.ts'

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

const days = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2040, 0) }).map((at) => new Date(at).toISOString().slice(0, 10))

it.each([
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  // These have changed their clocks at midnight.
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Beirut',
  'Africa/Cairo',
])('a day begins in %s at its first instant, on every day of fifty years', (timeZone) => {
  process.env['TZ'] = timeZone
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone)
  const clock = new Clock('own')
  const dayOf = (at: number) => dayAt(at, clock.offsetAt(at))
  fc.assert(
    fc.property(days, (day) => {
      const { at, offset } = dayStart(clock, day)
      expect(at).toBe(Date.parse(`${day}T00:00:00${writtenOffset(offset)}`))
      expect(dayOf(at - 1_000) < day).toBe(true)
      // Kiritimati has skipped one.
      if (timeZone !== 'Pacific/Kiritimati') expect(dayOf(at)).toBe(day)
    }),
    { numRuns: 500 },
  )
})

it('a day on the portal’s clock begins by what the portal has written, and one of UTC at zero', () => {
  expect(dayStart(new Clock('portal', { minutes: 330 }), '2024-03-12')).toEqual({ at: Date.UTC(2024, 2, 11, 18, 30), offset: 330 })
  expect(dayStart(new Clock('portal', { minutes: 330 }), '2024-03-12', -60).offset).toBe(-60)
  expect(dayStart(new Clock('utc', { minutes: 330 }), '2024-03-12')).toEqual({ at: Date.UTC(2024, 2, 12), offset: 0 })
})

it('an offset is written with a sign, hours and minutes', () => {
  expect([0, 180, -210, 825].map(writtenOffset)).toEqual(['+00:00', '+03:00', '-03:30', '+13:45'])
})

it('only days of the calendar are days', () => {
  expect(parseDay('2024-02-29')).toBe('2024-02-29')
  for (const text of [null, '', '2023-02-29', '2024-13-01', '2024-1-1', '12.03.2024', '2024-03-12T00:00']) expect(parseDay(text)).toBeNull()
})

it('days are counted across months and years', () => {
  expect([dayAfter('2024-02-28', 1), dayAfter('2024-03-01', -1), dayAfter('2023-12-31', 1)]).toEqual([
    '2024-02-29',
    '2024-02-29',
    '2024-01-01',
  ])
})

it('a month ago is the same day of a month before, or its last', () => {
  expect(['2024-03-31', '2024-01-15', '2023-03-30', '2024-12-01'].map(monthBefore)).toEqual([
    '2024-02-29',
    '2023-12-15',
    '2023-02-28',
    '2024-11-01',
  ])
})
