import { useEffect, useRef } from 'react'
import { PanelField } from '~/dialog/side-panel/PanelField'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import styles from './SearchBox.module.css'
import { useSearchState } from './SearchState.ts'

/** The box while all that belongs to it loads: what is typed meanwhile is there when that is, and no letter of it is taken for a shortcut. */
export function EarlyBox() {
  const t = useText()
  const state = useSearchState()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (state.chosen.get() === null) box.current?.focus()
  }, [state])
  return (
    <div className={styles.head}>
      <div className={styles.box}>
        <PanelField
          ref={box}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={t('search.label')}
          aria-label={t('search.label')}
          value={useCell(state.typed)}
          onChange={({ target }) => state.typed.set(target.value)}
        />
      </div>
    </div>
  )
}
