import { dayAt, offsetLabel, timeAt, type Clock } from '~/lib/time/clock'
import { getOrMake } from '~/lib/get-or-make'
import { memoizeByText } from '~/lib/text/memoize-by-text'
import { useClock } from './clock.ts'
import { useLanguage } from './i18n.ts'

/** "en" alone would mean American dates; the interface is international. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)

/** Names of days in a language, by `YYYY-MM-DD`: `Wednesday 4 March 2026`. Every row asks for that of its own day. */
const dayNamesIn = memoizeByText((language) => {
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' })
  return memoizeByText((day) => {
    const name = format.format(Date.parse(`${day}T12:00:00Z`))
    return name.charAt(0).toLocaleUpperCase() + name.slice(1)
  })
})

/** Instants are epoch ms; `written` is the offset that the portal wrote with them, minutes, where there is one. */
export class Times {
  readonly #clock: Clock
  /** Wednesday 4 March 2026, for a calendar day: `YYYY-MM-DD`. */
  readonly calendarDay: (day: string) => string

  constructor(language: string, clock: Clock) {
    this.#clock = clock
    this.calendarDay = dayNamesIn(language)
  }

  /** 09:43 */
  time(epochMs: number, written?: number | null): string {
    return timeAt(epochMs, this.#clock.offsetAt(epochMs, written)).slice(0, 5)
  }

  /** Wednesday 4 March 2026, 09:43:26 UTC+3 */
  full(epochMs: number, written?: number | null): string {
    const offset = this.#clock.offsetAt(epochMs, written)
    return `${this.calendarDay(dayAt(epochMs, offset))}, ${timeAt(epochMs, offset)} ${offsetLabel(offset)}`
  }
}

const made = new WeakMap<Clock, Times>()

/** Days and times in the reader's language, on the reader's clock. The first messages need no more; `formats.ts` has the rest. */
export function useTimes(): Times {
  const language = useLanguage()
  const clock = useClock()
  // The language never changes.
  return getOrMake(made, clock, () => new Times(language, clock))
}
