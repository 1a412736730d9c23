import { useMemo, useRef } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useSearchOpen } from '~/dialog/state/search-open'
import { NavigationContext, useNavigation, type Navigation } from '~/navigation/NavigationContext'
import { useCell } from '~/ui/use-cell'
import { Conditions } from './Conditions.tsx'
import { Results } from './Results.tsx'
import { SearchBox } from './SearchBox.tsx'
import styles from './SearchPanel.module.css'
import { useSearchState } from './SearchState.ts'
import { useSearching } from './useSearching.ts'

/** A box for a query, what it consists of, and what it finds. */
export function SearchPanel() {
  const state = useSearchState()
  const searching = useSearching()
  const { search } = useCell(state.searched)
  const results = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const firstHit = () => results.current?.querySelector<HTMLElement>('a[data-hit-id][tabindex="0"]')
  return (
    <NavigationContext value={useKeptFocus()}>
      <div className={styles.panel} role="search">
        <SearchBox ref={box} searching={searching} onDown={() => firstHit()?.focus()} />
        <Conditions query={searching.query} typed={searching.typed} box={box} />
        <div ref={results} className={styles.results}>
          <Results search={search} searching={searching} onUp={() => box.current?.focus()} />
        </div>
      </div>
    </NavigationContext>
  )
}

/** The focus stays in the list beside the messages, so that one can go from hit to hit. */
function useKeptFocus(): Navigation {
  const dialog = useDialog()
  const searchOpen = useSearchOpen()
  const { hrefOf, open } = useNavigation()
  return useMemo(
    () => ({
      hrefOf,
      open: (to) => {
        open(to)
        if (searchOpen.get()) dialog.focusFollows = false
      },
    }),
    [dialog, searchOpen, hrefOf, open],
  )
}
