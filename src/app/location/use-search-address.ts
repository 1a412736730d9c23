import { useEffect, useState } from 'react'
import { useSearchOpen } from '~/dialog/search-open'
import { useSearchState } from '~/features/search/SearchState'
import { useCell } from '~/ui/use-cell'

/** The query in the address, unless it is that of something open over the page, which a reload closes. */
function queryInAddress(): string | null {
  const query = new URLSearchParams(window.location.search).get('q')
  const { layer } = (history.state ?? {}) as { layer?: string }
  return query === null || query.trim() === '' || layer !== undefined ? null : query
}

/**
 * What the address asks for when the dialog is opened; null for nothing. From then on the address has what is searched for, as long as
 * the search is open.
 */
export function useSearchAddress(entry: string): string | null {
  const [asked] = useState(queryInAddress)
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
    if (url.href !== before) history.replaceState(history.state, '', url)
  }, [open, wasOpen, typed, entry])
  return asked
}
