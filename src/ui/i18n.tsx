import { createContext, use } from 'react'
import { memoizeByText } from '~/lib/memoize-by-text'
import type { Texts, Values } from '~/lib/texts'

/** Filled once and never changed: a new language is a new page. */
export const TextsContext = createContext<Texts | null>(null)

function useTexts(): Texts {
  const texts = use(TextsContext)
  if (!texts) throw new Error('Texts are used outside of their provider')
  return texts
}

/** `en` or `ru`. */
export const useLanguage = (): string => useTexts().language

/** A function that gives the text of an id in the reader's language; `src/locales`. */
export const useText = (): ((id: string, values?: Values) => string) => useTexts().get

export interface Formats {
  /** 09:43 */
  time(epochMs: number): string
  /** Wednesday, 4 March 2026; without the year when it is this one. */
  day(epochMs: number): string
  /** Wednesday, 4 March 2026 at 09:43:26 */
  full(epochMs: number): string
  number(value: number): string
}

/** Made when it is first used: each takes its time, and the first picture needs few of them. */
export function lazy<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** "en" alone would mean American dates; the interface is international. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)

function formatsOf(language: string): Formats {
  const locale = localeOf(language)
  const make = (options: Intl.DateTimeFormatOptions) => lazy(() => new Intl.DateTimeFormat(locale, options))
  const time = make({ hour: '2-digit', minute: '2-digit' })
  const day = make({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const full = make({ dateStyle: 'full', timeStyle: 'medium' })
  const number = lazy(() => new Intl.NumberFormat(locale))
  return {
    time: (ms) => time().format(ms),
    day: (ms) => capital(day().format(ms)),
    full: (ms) => capital(full().format(ms)),
    number: (value) => number().format(value),
  }
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

const formatsFor = memoizeByText(formatsOf)

/** Dates and numbers in the reader's language and time zone. */
export const useFormats = (): Formats => formatsFor(useLanguage())
