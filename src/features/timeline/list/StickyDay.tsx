import type { Cell } from '~/lib/Cell'
import { useTimes } from '~/ui/times'
import { useCellInTurn } from '~/ui/use-cell'
import styles from '../row/Day.module.css'
import type { ListView } from '../scroll/list-view.ts'

/** The day of the topmost message, above the list, where no heading in the list names it. */
export function StickyDay({ view }: { readonly view: Cell<ListView> }) {
  const times = useTimes()
  const { topDay: day } = useCellInTurn(view)
  if (day === null) return null
  return (
    <div className={styles.sticky}>
      <button type="button" data-day aria-haspopup="menu">
        {times.calendarDay(day)}
      </button>
    </div>
  )
}
