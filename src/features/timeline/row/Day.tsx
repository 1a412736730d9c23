import { useTimes } from '~/ui/times'
import styles from './Day.module.css'

/** The heading above the first message of a day. */
export function DayHeading({ day }: { readonly day: string }) {
  const times = useTimes()
  return (
    <h2 className={styles.heading}>
      <button type="button" className={styles.pill} data-day aria-haspopup="menu">
        {times.calendarDay(day)}
      </button>
    </h2>
  )
}
