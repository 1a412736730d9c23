import { useEffect, useLayoutEffect, useState } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useFilterShown } from '~/dialog/state/filter'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import type { EntryDestination, ScrollTarget } from '~/domain/history/destination'
import type { History } from '~/domain/history/history'
import type { Place } from '~/domain/history/place'
import { uniqueId } from '~/lib/unique-id'
import type { FilteredSearch } from './filtered-search.ts'
import { FilterStrip } from './FilterStrip.tsx'
import { KeptTrue } from './KeptTrue.tsx'
import { useEscape } from './use-escape.ts'
import { placeOf, useReading } from './useReading.ts'
import { useFilteredWindow } from './useFilteredWindow.ts'

interface FilteredProps {
  readonly filtered: FilteredSearch
  readonly place: Place
  readonly history: History | undefined
  readonly onClear: () => void
}

/**
 * Has the timeline show what was found. It belongs to one entry of the browser's history: a jump to a message leaves it, and Back leads
 * to it again, at the same place.
 */
export function Filtered({ filtered, place, history, onClear }: FilteredProps) {
  const { instead } = useDialog()
  const { entry, left, start, search, returning, reading } = filtered
  const isShown = place.entry === entry
  const loaded = useFilteredWindow(search, history)
  const [destination, setDestination] = useState<EntryDestination>(() => ({
    entry: uniqueId(),
    start,
    scrollTo: placeOf(reading) ?? { at: 'end' },
  }))
  useReading(filtered, isShown)
  // Of the history an entry is made for it once it is to be seen.
  const [wasShown, setWasShown] = useState(isShown)
  if (isShown && !wasShown) setWasShown(true)
  useLayoutEffect(() => {
    const go = (scrollTo: ScrollTarget) => setDestination({ entry: uniqueId(), start, scrollTo })
    // The place that was left belongs to where one goes from it, not to what is found.
    const own: Place = { entry, start, target: null, anchor: null }
    instead.set({
      entry,
      left,
      timeline: {
        destination,
        place: own,
        loaded,
        onJump: (_, { at }) => go({ at: at === 'oldest' ? 'start' : 'end' }),
      },
    })
  }, [instead, entry, left, start, destination, loaded])
  useLayoutEffect(() => {
    if (isShown) return
    const scrollTo = placeOf(reading)
    if (scrollTo) setDestination({ entry: uniqueId(), start, scrollTo })
  }, [isShown, reading, start])
  const shown = useFilterShown()
  useEffect(() => {
    shown.set(isShown)
    return () => shown.set(false)
  }, [shown, isShown])
  useClosesOnBack(wasShown, onClear, { stays: true, returning })
  useEscape(isShown, onClear)
  if (!isShown) return null
  return (
    <>
      <FilterStrip filtered={filtered} onClear={onClear} />
      {history && <KeptTrue start={left.start} history={history} />}
    </>
  )
}
