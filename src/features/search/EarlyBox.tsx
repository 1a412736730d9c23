import { useEffect, useRef } from 'react'
import { useCell } from '~/ui/use-cell'
import styles from './SearchBox.module.css'
import { SearchField } from './SearchField.tsx'
import { useSearchState } from './SearchState.ts'

/** The box while all that belongs to it loads: what is typed meanwhile is there when that is, and no letter of it is taken for a shortcut. */
export function EarlyBox() {
  const state = useSearchState()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (state.chosen.get() === null) box.current?.focus()
  }, [state])
  return (
    <div className={styles.head}>
      <div className={styles.box}>
        <SearchField ref={box} value={useCell(state.typed)} onChange={({ target }) => state.typed.set(target.value)} />
      </div>
    </div>
  )
}
