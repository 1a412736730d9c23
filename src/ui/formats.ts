import { memoizeByText } from '~/lib/memoize-by-text'
import { useLanguage } from './i18n.ts'

interface Formats {
  /** 09:43 */
  time(epochMs: number): string
  /** Wednesday, 4 March 2026; without the year when it is this one. */
  day(epochMs: number): string
  /** 4 March 2026: for the middle of a sentence. */
  date(epochMs: number): string
  /** Wednesday, 4 March 2026 at 09:43:26 */
  full(epochMs: number): string
  /** 14:05 today, Thu within a week, 4 Mar, 4 Mar 2025 */
  recent(epochMs: number, now: number): string
  number(value: number): string
  /** 2.4 MB; bytes count by 1,000. */
  bytes(value: number): string
}

const DAY_MS = 86_400_000
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** "en" alone would mean American dates; the interface is international. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)

/** Created on first use: creating one is slow, and the first messages need only a few. */
function lazy<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function formatsOf(language: string): Formats {
  const locale = localeOf(language)
  const dates = (options: Intl.DateTimeFormatOptions) => lazy(() => new Intl.DateTimeFormat(locale, options))
  const time = dates({ hour: '2-digit', minute: '2-digit' })
  const day = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const longDate = dates({ day: 'numeric', month: 'long', year: 'numeric' })
  const full = dates({ dateStyle: 'full', timeStyle: 'medium' })
  const weekday = dates({ weekday: 'short' })
  const short = dates({ day: 'numeric', month: 'short' })
  const shortWithYear = dates({ day: 'numeric', month: 'short', year: 'numeric' })
  const year = dates({ year: 'numeric' })
  const calendarDay = dates({ dateStyle: 'short' })
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
    time: (ms) => time().format(ms),
    day: (ms) => capital(day().format(ms)),
    date: (ms) => longDate().format(ms),
    full: (ms) => capital(full().format(ms)),
    recent: (ms, now) => {
      if (calendarDay().format(ms) === calendarDay().format(now)) return time().format(ms)
      if (now - ms < 6 * DAY_MS && now > ms) return weekday().format(ms)
      return year().format(ms) === year().format(now) ? short().format(ms) : shortWithYear().format(ms)
    },
    number: (value) => number().format(value),
    bytes: (value) => {
      const power = Math.min(units.length - 1, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3))
      return bytes[power]?.().format(value / 1000 ** power) ?? ''
    },
  }
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

const formatsFor = memoizeByText(formatsOf)

/** Dates and numbers in the reader's language and time zone. */
export const useFormats = (): Formats => formatsFor(useLanguage())
