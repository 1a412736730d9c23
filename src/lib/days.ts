import { getOrMake } from './get-or-make.ts'
import { Lru } from './Lru.ts'
import { memoizeByText } from './memoize-by-text.ts'

/** Every current time zone is a whole number of quarter hours away from UTC, so a quarter hour lies within one day. */
const QUARTER_MS = 15 * 60_000

interface Calendar {
  readonly format: Intl.DateTimeFormat
  /** Days by quarter of an hour: formatting is slow, and rows are made of all messages at once. */
  readonly days: Lru<number, string>
}

const calendarOf = memoizeByText((timeZone): Calendar => ({
  format: new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
  days: new Lru(5_000),
}))

/** Calendar day of an instant in a time zone, as `YYYY-MM-DD`. */
export function dayOf(epochMs: number, timeZone: string): string {
  const { format, days } = calendarOf(timeZone)
  return getOrMake(days, Math.floor(epochMs / QUARTER_MS), () => format.format(epochMs))
}
