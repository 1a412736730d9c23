import { useEffect, useState } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useAskedSearch, useSearchOpen } from '~/dialog/state/search-open'
import { SidePanel } from '~/dialog/side-panel/SidePanel'
import { uniqueId } from '~/lib/unique-id'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { EarlyBox } from './EarlyBox.tsx'
import { MarkedHits } from './MarkedHits.tsx'
import { useSearchState } from './SearchState.ts'

const SearchPanel = lazyPart(() => import('./SearchPanel.tsx').then((part) => part.SearchPanel))

/** A search that is asked for when the dialog is opened. */
export interface AskedSearch {
  readonly query: string
  /** Of its own entry of the browser's history, in which it was open when the page was loaded anew. */
  readonly layer?: string
}

interface SearchHostProps {
  /** Of the browser's history: the one that is shown. */
  readonly entry: string
  /** What the address asks for when the dialog is opened; null for nothing. */
  readonly asked: AskedSearch | null
}

/**
 * Mounts the search: in the place of the panel. Where it lies over the messages it makes way for a hit, and is there again as it
 * was when the reader comes back.
 */
export function SearchHost({ entry, asked }: SearchHostProps) {
  const t = useText()
  const { panelOpen } = useDialog()
  const searchOpen = useSearchOpen()
  const state = useSearchState()
  const open = useCell(searchOpen)
  /** The entry from which a hit was gone to. */
  const [leftAt, setLeftAt] = useState<string | null>(null)
  const [ofAddress, setOfAddress] = useState(false)
  const [returning] = useState(() => ({ id: asked?.layer ?? uniqueId(), returns: false, lasting: true }))

  // There is one panel at a time.
  useEffect(() => searchOpen.subscribe(() => searchOpen.get() && panelOpen.set(false)), [searchOpen, panelOpen])
  useEffect(() => panelOpen.subscribe(() => panelOpen.get() && searchOpen.set(false)), [searchOpen, panelOpen])
  const askedSearch = useAskedSearch()
  useEffect(() => {
    const take = () => {
      const query = askedSearch.get()
      if (query === null) return
      askedSearch.set(null)
      state.chosen.set(null)
      state.typed.set(query)
    }
    take()
    return askedSearch.subscribe(take)
  }, [askedSearch, state])
  const [wasAsked, setWasAsked] = useState(false)
  useEffect(() => {
    if (wasAsked || asked === null) return
    setWasAsked(true)
    setOfAddress(asked.layer === undefined)
    state.typed.set(asked.query)
    searchOpen.set(true)
  }, [wasAsked, asked, state, searchOpen])
  useEffect(() => {
    if (leftAt !== entry || open) return
    setLeftAt(null)
    searchOpen.set(true)
  }, [leftAt, entry, open, searchOpen])
  // It goes on for as long as somebody can look at it.
  useEffect(
    () => () => {
      searchOpen.set(false)
      state.pause()
    },
    [searchOpen, state],
  )

  const isOpen = open || leftAt !== null
  return (
    <>
      {isOpen && <MarkedHits state={state} />}
      <SidePanel
        open={isOpen}
        aside={!open}
        ofAddress={ofAddress}
        returning={returning}
        comesBack
        label={t('search.label')}
        closeLabel={t('search.close')}
        waiting={<EarlyBox />}
        onClose={() => {
          setLeftAt(null)
          setOfAddress(false)
          searchOpen.set(false)
          state.pause()
        }}
        onLeave={() => {
          setLeftAt(entry)
          searchOpen.set(false)
        }}
      >
        <SearchPanel />
      </SidePanel>
    </>
  )
}
