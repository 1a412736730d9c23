import { useFormats } from '~/ui/formats'
import styles from './Day.module.css'

/** Noon of a calendar day, so that formatting it names the same day in any time zone near by. */
export const noonOf = (day: string): number => new Date(`${day}T12:00:00`).getTime()

/** The heading above the first message of a day. */
export function DayHeading({ day }: { readonly day: string }) {
  const formats = useFormats()
  return (
    <h2 className={styles.heading}>
      <span className={styles.pill}>{formats.day(noonOf(day))}</span>
    </h2>
  )
}
