import { dayAt, shifted, timeAt, type Clock } from '~/lib/time/clock'
import { getOrMake } from '~/lib/get-or-make'
import { memoizeByText } from '~/lib/text/memoize-by-text'
import { useClock } from './clock.ts'
import { useLanguage } from './i18n.ts'
import { localeOf, Times } from './times.ts'

/** Instants are epoch ms; `written` is the offset that the portal wrote with them, minutes, where there is one. */
export interface Formats extends Pick<Times, 'time' | 'full'> {
  /** Wednesday 4 March 2026 */
  day(epochMs: number, written?: number | null): string
  /** 4 March 2026: for the middle of a sentence. */
  date(epochMs: number, written?: number | null): string
  /** 4 March 2026, for a calendar day: `YYYY-MM-DD`. */
  calendarDate(day: string): string
  /** March 2026, for a calendar month: `YYYY-MM`. */
  month(month: string): string
  /** 14:05 today, Thu within a week, 4 Mar, 4 Mar 2025 */
  recent(epochMs: number, now: number, written?: number | null): string
  /** 14:05 today, otherwise 4 March 2026: for the middle of a sentence. */
  moment(epochMs: number, now: number, written?: number | null): string
  /** The same, but Friday within a week: by itself, or after what fits `on`. */
  lately(epochMs: number, now: number): Lately
  /** 4 Mar 2026, 14:05 */
  short(epochMs: number, written?: number | null): string
  number(value: number): string
  /** 2.4 MB; bytes count by 1,000. */
  bytes(value: number): string
}

export interface Lately {
  readonly on: 'time' | 'day'
  readonly date: string
}

const DAY_MS = 86_400_000
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Created on first use: creating one is slow, and the first messages need only a few. */
function lazy<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** What a language makes of days and numbers. Days are formatted as of UTC: clocks have shifted them. */
function wordsOf(language: string) {
  const locale = localeOf(language)
  const dates = (options: Intl.DateTimeFormatOptions) => lazy(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }))
  const number = lazy(() => new Intl.NumberFormat(locale))
  const bytes = units.map((unit, power) =>
    lazy(
      () =>
        new Intl.NumberFormat(locale, {
          style: 'unit',
          unit,
          unitDisplay: power === 0 ? 'long' : 'short',
          maximumFractionDigits: power > 1 ? 1 : 0,
        }),
    ),
  )
  return {
    date: dates({ day: 'numeric', month: 'long', year: 'numeric' }),
    month: dates({ month: 'long' }),
    weekday: dates({ weekday: 'short' }),
    longWeekday: dates({ weekday: 'long' }),
    short: dates({ day: 'numeric', month: 'short' }),
    shortWithYear: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    number: (value: number) => number().format(value),
    bytes: (value: number) => {
      const power = Math.min(units.length - 1, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3))
      return bytes[power]?.().format(value / 1000 ** power) ?? ''
    },
  }
}

const capitalized = (text: string, language: string): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1)

const wordsFor = memoizeByText(wordsOf)

/** Dates and numbers in a language, as a clock shows them. */
export function formatsOf(language: string, clock: Clock): Formats {
  const { date, month, weekday, longWeekday, short, shortWithYear, number, bytes } = wordsFor(language)
  const times = new Times(language, clock)
  const offsetOf = (ms: number, written: number | null | undefined) => clock.offsetAt(ms, written)
  const dayOf = (ms: number, written?: number | null) => dayAt(ms, offsetOf(ms, written))
  const isWithinAWeek = (ms: number, now: number) => now - ms < 6 * DAY_MS && now > ms
  const moment = (ms: number, now: number, written?: number | null) =>
    dayOf(ms, written) === dayOf(now, written) ? times.time(ms, written) : date().format(shifted(ms, offsetOf(ms, written)))
  return {
    time: (ms, written) => times.time(ms, written),
    full: (ms, written) => times.full(ms, written),
    day: (ms, written) => times.calendarDay(dayOf(ms, written)),
    date: (ms, written) => date().format(shifted(ms, offsetOf(ms, written))),
    calendarDate: (day) => date().format(Date.parse(`${day}T12:00:00Z`)),
    month: (of) => `${capitalized(month().format(Date.parse(`${of}-15T12:00:00Z`)), language)} ${of.slice(0, -3)}`,
    recent: (ms, now, written) => {
      const [then, today] = [dayOf(ms, written), dayOf(now, written)]
      const at = shifted(ms, offsetOf(ms, written))
      if (then === today) return timeAt(ms, offsetOf(ms, written)).slice(0, 5)
      if (isWithinAWeek(ms, now)) return weekday().format(at)
      return (then.slice(0, 4) === today.slice(0, 4) ? short() : shortWithYear()).format(at)
    },
    moment,
    lately: (ms, now) => {
      if (dayOf(ms) === dayOf(now)) return { on: 'time', date: moment(ms, now) }
      const at = shifted(ms, offsetOf(ms, undefined))
      return { on: 'day', date: (isWithinAWeek(ms, now) ? longWeekday() : date()).format(at) }
    },
    short: (ms, written) => `${shortWithYear().format(shifted(ms, offsetOf(ms, written)))}, ${times.time(ms, written)}`,
    number,
    bytes,
  }
}

const made = new WeakMap<Clock, Formats>()

/** Dates and numbers in the reader's language, on the reader's clock. */
export function useFormats(): Formats {
  const language = useLanguage()
  const clock = useClock()
  // The language never changes.
  return getOrMake(made, clock, () => formatsOf(language, clock))
}
