import { createContext, use } from 'react'
import type { Part } from './part.ts'
import type { Texts, Values } from '~/lib/texts'

interface PageTexts {
  readonly texts: Texts
  /** Puts the rest of them into `texts`: those that only parts show which load later themselves. */
  readonly later: Part<void>
}

/** Filled once and never changed: a new language is a new page. */
export const TextsContext = createContext<PageTexts | null>(null)

function usePageTexts(): PageTexts {
  const texts = use(TextsContext)
  if (!texts) throw new Error('Texts are used outside of their provider')
  return texts
}

export const useLaterTexts = (): Part<void> => usePageTexts().later

/** `en` or `ru`. */
export const useLanguage = (): string => usePageTexts().texts.language

/** A function that gives the text of an id in the reader's language; `src/locales`. */
export const useText = (): ((id: string, values?: Values) => string) => usePageTexts().texts.get

export interface Formats {
  /** 09:43 */
  time(epochMs: number): string
  /** Wednesday, 4 March 2026; without the year when it is this one. */
  day(epochMs: number): string
  /** Wednesday, 4 March 2026 at 09:43:26 */
  full(epochMs: number): string
  /** 14:05 today, Thu within a week, 4 Mar, 4 Mar 2025 */
  recent(epochMs: number, now: number): string
  number(value: number): string
  /** 2.4 MB; bytes count by 1,000. */
  bytes(value: number): string
}

const DAY = 86_400_000

/** Made when it is first used: each takes its time, and the first picture needs few of them. */
function lazy<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

function formatsOf(locale: string, timeZone: string | undefined): Formats {
  // "en" alone would mean American dates; the interface is international.
  const tag = locale === 'en' ? 'en-GB' : locale
  const zone = timeZone === undefined ? {} : { timeZone }
  const make = (options: Intl.DateTimeFormatOptions) => lazy(() => new Intl.DateTimeFormat(tag, { ...options, ...zone }))
  const time = make({ hour: '2-digit', minute: '2-digit' })
  const day = make({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const full = make({ dateStyle: 'full', timeStyle: 'medium' })
  const weekday = make({ weekday: 'short' })
  const short = make({ day: 'numeric', month: 'short' })
  const shortYear = make({ day: 'numeric', month: 'short', year: 'numeric' })
  const year = make({ year: 'numeric' })
  const number = lazy(() => new Intl.NumberFormat(tag))
  const date = make({ dateStyle: 'short' })
  const bytes = units.map((unit, power) =>
    lazy(
      () =>
        new Intl.NumberFormat(tag, {
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
    full: (ms) => capital(full().format(ms)),
    recent: (ms, now) => {
      if (date().format(ms) === date().format(now)) return time().format(ms)
      if (now - ms < 6 * DAY && now > ms) return weekday().format(ms)
      return year().format(ms) === year().format(now) ? short().format(ms) : shortYear().format(ms)
    },
    number: (value) => number().format(value),
    bytes: (value) => {
      const power = Math.min(units.length - 1, value < 1000 ? 0 : Math.floor(Math.log10(value) / 3))
      return bytes[power]?.().format(value / 1000 ** power) ?? ''
    },
  }
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

const made = new Map<string, Formats>()

/** Dates and numbers in the reader's language and time zone. */
export function useFormats(): Formats {
  const language = useLanguage()
  const formats = made.get(language) ?? formatsOf(language, undefined)
  made.set(language, formats)
  return formats
}
