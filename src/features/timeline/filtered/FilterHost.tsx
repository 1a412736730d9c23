import { useEffect, useLayoutEffect, useState } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useFilter, type Filter } from '~/dialog/state/filter'
import { useMakeSearch } from '~/dialog/finding/use-make-search'
import type { WindowStart } from '~/domain/history/cursor'
import type { History } from '~/domain/history/history'
import type { Place } from '~/domain/history/place'
import { parseQuery } from '~/domain/search/parse-query'
import { useCell } from '~/ui/use-cell'
import { useStableCallback } from '~/ui/use-stable-callback'
import { Filtered } from './Filtered.tsx'
import { keepWhole, type FilteredSearch } from './filtered-search.ts'

interface FilterHostProps {
  readonly place: Place
  /** Of the window that the place leads to. */
  readonly start: WindowStart
  /** Undefined while it is loading. */
  readonly history: History | undefined
}

/** Shows the messages alone that somebody has asked for, in the place of all, and then all of them again where they were. */
export function FilterHost({ place, start, history }: FilterHostProps) {
  const { instead, timeline } = useDialog()
  const filter = useFilter()
  const wanted = useCell(filter)
  const [filtered, setFiltered] = useState<FilteredSearch | null>(null)
  const makeSearch = useMakeSearch()

  const begin = useStableCallback(({ query }: Filter) => {
    const conditions = parseQuery(query).terms
    const search = makeSearch(conditions, keepWhole)
    const view = timeline.get()
    const isOver = filtered?.entry === place.entry
    setFiltered({
      query,
      conditions,
      search,
      entry: place.entry,
      left: isOver ? filtered.left : { start, anchor: view?.anchor() ?? null },
      before: view,
      start: { at: 'newest', visit: -Date.now() },
    })
    void search.goOn()
  })
  const end = useStableCallback(() => {
    if (filtered?.entry === place.entry) {
      const { anchor } = filtered.left
      const { entry } = place
      const scrollTo = anchor ? ({ at: 'message', ...anchor } as const) : ({ at: 'end' } as const)
      instead.set({ entry, timeline: { destination: { entry, start, scrollTo }, place: { ...place, anchor: anchor ?? place.anchor } } })
    } else instead.set(null)
    setFiltered(null)
  })
  // Before anything of it is painted.
  useLayoutEffect(() => {
    if (wanted) begin(wanted)
    else if (filtered) end()
    // It ends once nobody wants it any more, not because it has begun.
    // eslint-disable-next-line react/exhaustive-deps
  }, [wanted, begin, end])
  useEffect(() => filtered?.search.stop, [filtered])
  useEffect(() => () => filter.set(null), [filter])
  // Whoever comes back to an entry later was somewhere else in it.
  useEffect(() => {
    const shown = instead.get()
    if (shown && shown.entry !== place.entry && !shown.left) instead.set(null)
  }, [instead, place.entry])

  return (
    filtered && (
      <Filtered key={String(filtered.start.visit)} filtered={filtered} place={place} history={history} onClear={() => filter.set(null)} />
    )
  )
}
