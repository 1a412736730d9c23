import { memo, useMemo } from 'react'
import { ticksOf, type DayScale, type Tick } from '~/domain/history/time-scale'
import { memoizeByText } from '~/lib/text/memoize-by-text'
import { useLanguage } from '~/ui/i18n'
import { localeOf } from '~/ui/times'
import styles from './RailTicks.module.css'

/** The most labels that stand clear of one another on a low rail, with large letters. */
const MOST = 8

const namesIn = memoizeByText((language) => {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' })
  return { month: format({ month: 'short' }), day: format({ day: 'numeric', month: 'short' }) }
})

function nameOf({ day, unit }: Tick, language: string): string {
  if (unit === 'year') return day.slice(0, -6)
  return namesIn(language)[unit].format(Date.parse(`${day}T12:00:00Z`))
}

/** Years, months or days beside the rail, to be seen while it is used. */
export const RailTicks = memo(function RailTicks({ scale }: { readonly scale: DayScale }) {
  const language = useLanguage()
  const ticks = useMemo(() => ticksOf(scale, MOST), [scale])
  return (
    <div className={styles.ticks} aria-hidden>
      {ticks.map((tick) => (
        <span key={tick.day} className={styles.tick} style={{ insetBlockStart: `${tick.share * 100}%` }}>
          <span className={styles.name}>{nameOf(tick, language)}</span>
        </span>
      ))}
    </div>
  )
})
