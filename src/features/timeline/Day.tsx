import { useFormats } from '~/ui/i18n'
import styles from './Day.module.css'
import { useView, type ViewStore } from './view-store.ts'

/** Noon of a calendar day, so that formatting it names the same day in any time zone near by. */
const noonOf = (day: string): number => new Date(`${day}T12:00:00`).getTime()

/** The day of the topmost message, floating; the headings in the list are for screen readers. */
export function StickyDay({ view }: { readonly view: ViewStore }) {
  const formats = useFormats()
  const { topDay: day } = useView(view)
  if (day === null) return null
  return (
    <div className={styles.sticky} aria-hidden>
      <span className={styles.pill}>{formats.day(noonOf(day))}</span>
    </div>
  )
}

/** The heading above the first message of a day. */
export function DayHeading({ day }: { readonly day: string }) {
  const formats = useFormats()
  return (
    <h2 className={styles.heading}>
      <span className={styles.pill}>{formats.day(noonOf(day))}</span>
    </h2>
  )
}
