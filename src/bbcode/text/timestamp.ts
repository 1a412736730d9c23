import { Clock, shifted } from '~/lib/time/clock'

const OWN = new Clock('own')

/** What `[TIMESTAMP=…]` says. */
export function timestampOf(value: string): { readonly seconds: number; readonly format: string } {
  const [seconds = '', format = ''] = value.split(/ format=/i)
  return { seconds: Number(seconds), format: format.toUpperCase() }
}

const formats: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  FORMAT_DATE: { day: '2-digit', month: '2-digit', year: 'numeric' },
  FORMAT_DATETIME: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  SHORT_DATE_FORMAT: { day: 'numeric', month: 'numeric', year: 'numeric' },
  MEDIUM_DATE_FORMAT: { day: 'numeric', month: 'short', year: 'numeric' },
  LONG_DATE_FORMAT: { day: 'numeric', month: 'long', year: 'numeric' },
  DAY_MONTH_FORMAT: { day: 'numeric', month: 'long' },
  DAY_SHORT_MONTH_FORMAT: { day: 'numeric', month: 'short' },
  SHORT_DAY_OF_WEEK_MONTH_FORMAT: { weekday: 'short', day: 'numeric', month: 'long' },
  SHORT_DAY_OF_WEEK_SHORT_MONTH_FORMAT: { weekday: 'short', day: 'numeric', month: 'short' },
  DAY_OF_WEEK_MONTH_FORMAT: { weekday: 'long', day: 'numeric', month: 'long' },
  FULL_DATE_FORMAT: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  SHORT_TIME_FORMAT: { hour: '2-digit', minute: '2-digit' },
  LONG_TIME_FORMAT: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
}

/** The date of a `[TIMESTAMP=…]` on the reader's clock; `docs/bitrix24/bbcode.md` §3. @param language as the interface has it */
export function formatTimestamp(value: string, language: string, clock: Clock = OWN): string {
  const { seconds, format } = timestampOf(value)
  const epochMs = seconds * 1_000
  const inUtc = { ...formats[format], timeZone: 'UTC' }
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, inUtc).format(shifted(epochMs, clock.offsetAt(epochMs)))
}
