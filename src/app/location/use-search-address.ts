import { useEffect, useState } from 'react'
import { useSearchOpen } from '~/dialog/state/search-open'
import { usePortalSession } from '~/dialog/state/PortalSession'
import type { AskedSearch } from '~/features/search/SearchHost'
import { useSearchState } from '~/features/search/SearchState'
import type { LayeredState } from '~/navigation/BackStack'
import { useCell } from '~/ui/use-cell'

/** Servers refuse addresses that are longer than some thousand characters, and the page could not be loaded anew. */
const LONGEST_ADDRESS = 4_000

const presentLayer = (): LayeredState => (history.state ?? {}) as LayeredState

/** The search that was open when the page was loaded anew. */
class SearchBeforeReload {
  readonly layer = presentLayer().lasting ? presentLayer().layer : undefined
}

/** What the address asks for; what else is open in its entry is no search. */
function searchInAddress(before: SearchBeforeReload): AskedSearch | null {
  const query = new URLSearchParams(window.location.search).get('q')?.trim() ?? ''
  const { layer } = presentLayer()
  if (layer !== undefined) return layer === before.layer ? { query, layer } : null
  return query === '' ? null : { query }
}

/**
 * What the address asks for when the dialog is opened; null for nothing. From then on the address has what is searched for, as long as
 * the search is open.
 */
export function useSearchAddress(entry: string): AskedSearch | null {
  const before = usePortalSession().only(SearchBeforeReload, () => new SearchBeforeReload())
  const [asked] = useState(() => searchInAddress(before))
  const open = useCell(useSearchOpen())
  const { typed } = useCell(useSearchState().searched)
  const [wasOpen, setWasOpen] = useState(false)
  if (open && !wasOpen) setWasOpen(true)
  useEffect(() => {
    // Until it has been opened, the query is that of the address.
    if (!wasOpen) return
    const url = new URL(window.location.href)
    const before = url.href
    if (open && typed.trim() !== '') url.searchParams.set('q', typed.trim())
    else url.searchParams.delete('q')
    if (url.href.length > LONGEST_ADDRESS) url.searchParams.delete('q')
    if (url.href !== before) history.replaceState(history.state, '', url)
  }, [open, wasOpen, typed, entry])
  return asked
}
