import { dayAt, type Clock } from './clock.ts'

const DAY_MS = 86_400_000

/** Where a day begins: epoch ms, and the minutes east of UTC by which that is its midnight. */
export interface DayStart {
  readonly at: number
  readonly offset: number
}

/**
 * Where a day begins on a clock. Where clocks are changed at midnight, a day may begin at one or twice at zero: it is its
 * first instant. @param day `YYYY-MM-DD` @param written as in `Clock.offsetAt`
 */
export function dayStart(clock: Clock, day: string, written: number | null = null): DayStart {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // No zone changes its clocks twice in two days.
  const offsets = [clock.offsetAt(midnight - DAY_MS, written), clock.offsetAt(midnight + DAY_MS, written)]
  const starts = offsets.map((offset) => ({ at: midnight - offset * 60_000, offset })).sort((a, b) => a.at - b.at)
  const isOfDay = ({ at }: DayStart) => dayAt(at, clock.offsetAt(at, written)) >= day
  // A day that a zone has skipped has no start; the one after it begins where it would.
  return starts.find(isOfDay) ?? (starts[1] as DayStart)
}

const two = (value: number): string => String(value).padStart(2, '0')

/** An offset as dates are written with it: `+03:00`. */
export function writtenOffset(minutes: number): string {
  const away = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`
}

/** The day so many days later, `YYYY-MM-DD`; earlier for a negative number. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** The same day so many months later, or the last one of a shorter month; earlier for a negative number. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const length = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month + months - 1, Math.min(date, length))).toISOString().slice(0, 10)
}

/** The same day of the month before, or the last one of a shorter month. */
export const monthBefore = (day: string): string => monthsAfter(day, -1)
