import { useEffect, useMemo } from 'react'
import { useMakeSearch } from '~/dialog/finding/use-make-search'
import { askOf, hasNoDays, isTooShort } from '~/domain/search/ask'
import { parseQuery } from '~/domain/search/parse-query'
import type { SearchQuery } from '~/domain/search/query'
import { useCell } from '~/ui/use-cell'
import { useStableCallback } from '~/ui/use-stable-callback'
import { hitMaker } from './hit.ts'
import { useSearchState } from './SearchState.ts'
import { useToday } from './use-today.ts'

/** After the last letter, ms: a word that is being typed is not worth a request. */
const TYPING_MS = 300

interface Searching {
  readonly typed: string
  readonly query: SearchQuery
  /** All that is looked for is too short for the portal. */
  readonly tooShort: boolean
  /** Its dates exclude each other, or have not come yet. */
  readonly noDays: boolean
  /** Searches at once. */
  readonly begin: () => void
  /** Searches for what is too short as well: by reading all messages. */
  readonly readAll: () => void
}

/** What stands in the box, and the search for it, which begins when the reader stops typing. */
export function useSearching(): Searching {
  const state = useSearchState()
  const typed = useCell(state.typed)
  const query = useMemo(() => parseQuery(typed), [typed])
  const tooShort = isTooShort(query.terms)
  const today = useToday()
  const noDays = useMemo(() => hasNoDays(askOf(query.terms), today), [query, today])
  const makeSearch = useMakeSearch()
  const search = useStableCallback((force: boolean) => {
    if (state.isSearched(typed) && !force) return
    const isQuery = query.terms.length > 0 && query.problems.length === 0 && !noDays && (force || !tooShort)
    state.search(typed, isQuery ? makeSearch(query.terms, hitMaker(query.terms)) : null)
  })
  useEffect(() => {
    if (state.isSearched(typed)) return state.resume()
    // Nobody waits any more for what was looked for before.
    state.pause()
    const timer = setTimeout(() => search(false), TYPING_MS)
    return () => clearTimeout(timer)
  }, [state, typed, search])
  return { typed, query, tooShort, noDays, begin: () => search(false), readAll: () => search(true) }
}
