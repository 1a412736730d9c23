import { memoizeByText } from '~/lib/memoize-by-text'
import { lazy, localeOf, useLanguage } from './i18n.tsx'

/** Formats that the first messages do without. */
export interface LaterFormats {
  /** 14:05 today, Thu within a week, 4 Mar, 4 Mar 2025 */
  recent(epochMs: number, now: number): string
  /** 2.4 MB; bytes count by 1,000. */
  bytes(value: number): string
}

const DAY = 86_400_000

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

function formatsOf(language: string): LaterFormats {
  const locale = localeOf(language)
  const make = (options: Intl.DateTimeFormatOptions) => lazy(() => new Intl.DateTimeFormat(locale, options))
  const time = make({ hour: '2-digit', minute: '2-digit' })
  const weekday = make({ weekday: 'short' })
  const short = make({ day: 'numeric', month: 'short' })
  const shortYear = make({ day: 'numeric', month: 'short', year: 'numeric' })
  const year = make({ year: 'numeric' })
  const date = make({ dateStyle: 'short' })
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
    recent: (ms, now) => {
      if (date().format(ms) === date().format(now)) return time().format(ms)
      if (now - ms < 6 * DAY && now > ms) return weekday().format(ms)
      return year().format(ms) === year().format(now) ? short().format(ms) : shortYear().format(ms)
    },
    bytes: (value) => {
      const power = Math.min(units.length - 1, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3))
      return bytes[power]?.().format(value / 1000 ** power) ?? ''
    },
  }
}

const formatsFor = memoizeByText(formatsOf)

export const useLaterFormats = (): LaterFormats => formatsFor(useLanguage())
