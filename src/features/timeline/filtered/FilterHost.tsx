import { useEffect, useLayoutEffect } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useFilter, type Filter } from '~/dialog/state/filter'
import { useMakeSearch } from '~/dialog/finding/use-make-search'
import type { WindowStart } from '~/domain/history/cursor'
import type { History } from '~/domain/history/history'
import type { Place } from '~/domain/history/place'
import { parseQuery } from '~/domain/search/parse-query'
import { uniqueId } from '~/lib/unique-id'
import { useCell } from '~/ui/use-cell'
import { useStableCallback } from '~/ui/use-stable-callback'
import { Filtered } from './Filtered.tsx'
import { keepWhole, pauseSearch, resumeSearch, useFilteredSearch, type FilteredSearch } from './filtered-search.ts'

interface FilterHostProps {
  readonly place: Place
  /** Of the window that the place leads to. */
  readonly start: WindowStart
  /** Undefined while it is loading. */
  readonly history: History | undefined
}

const newReturning = () => ({ id: uniqueId(), returns: true })

/**
 * Shows the messages alone that somebody has asked for, in the place of all, and then all of them again where they were. Whoever reads
 * another chat meanwhile finds them as they were left.
 */
export function FilterHost({ place, start, history }: FilterHostProps) {
  const { instead, timeline } = useDialog()
  const filter = useFilter()
  const wanted = useCell(filter)
  const kept = useFilteredSearch()
  const filtered = useCell(kept)
  const makeSearch = useMakeSearch()

  const begin = useStableCallback((asked: Filter) => {
    const conditions = parseQuery(asked.query).terms
    const search = makeSearch(conditions, keepWhole)
    const view = timeline.get()
    const isOver = filtered?.entry === place.entry
    if (filtered) filtered.returning.returns = false
    kept.set({
      wanted: asked,
      conditions,
      search,
      entry: place.entry,
      left: isOver ? filtered.left : { start, anchor: view?.anchor() ?? null },
      before: view,
      start: { at: 'newest', visit: -Date.now() },
      returning: newReturning(),
      reading: { anchor: null, isPaused: false },
    })
    void search.goOn()
  })
  /** The reader has come back to the chat: to where they saw it, or from elsewhere to where they read on. A link leads to all messages. */
  const comeBack = useStableCallback((left: FilteredSearch) => {
    resumeSearch(left)
    if (left.entry === place.entry || place.target !== null) return
    left.returning.returns = false
    kept.set({ ...left, entry: place.entry, left: { start, anchor: place.anchor }, returning: newReturning() })
  })
  const end = useStableCallback(() => {
    if (filtered?.entry === place.entry) {
      const { anchor } = filtered.left
      const { entry } = place
      const scrollTo = anchor ? ({ at: 'message', ...anchor } as const) : ({ at: 'end' } as const)
      instead.set({ entry, timeline: { destination: { entry, start, scrollTo }, place: { ...place, anchor: anchor ?? place.anchor } } })
    } else instead.set(null)
    if (filtered) filtered.returning.returns = false
    kept.set(null)
  })
  // Before anything of it is painted.
  useLayoutEffect(() => {
    const now = kept.get()
    if (wanted && now?.wanted === wanted) comeBack(now)
    else if (wanted) begin(wanted)
    else if (now) end()
  }, [wanted, kept, begin, comeBack, end])
  const search = filtered?.search
  useEffect(
    () => () => {
      const now = kept.get()
      if (now && now.search === search) pauseSearch(now)
      else search?.stop()
    },
    [kept, search],
  )
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
