import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { WindowStart } from '~/domain/history/cursor'
import { resolveDestination, type EntryDestination, type WindowFulfils } from '~/domain/history/destination'
import type { DialogId, MessageId } from '~/domain/ids'
import type { Place } from '~/domain/history/place'
import { historyQuery, windowFulfils } from '~/queries/history/history'
import { usePortal } from '~/queries/portal-context'

/** Goes to a message, or where there is none to the beginning or the end, in a window that begins at `start` unless the shown one will do. */
export type Jump = (target: MessageId | null, start: WindowStart, day?: string) => void

/** Where the place of the present entry leads; computed once for each entry. @param first what was computed before anything was drawn */
export function useDestination(dialogId: DialogId, place: Place, first: EntryDestination | null): EntryDestination {
  const has = useFulfils(dialogId)
  const resolve = (shown: WindowStart | null): EntryDestination => ({
    entry: place.entry,
    ...resolveDestination(place, shown, has),
  })
  const [known, setKnown] = useState(() => (first?.entry === place.entry ? first : resolve(null)))
  if (known.entry === place.entry) return known
  const next = resolve(known.start)
  setKnown(next)
  return next
}

/** Jumps, and requests the needed window at once: rendering it empty first would only delay the request. */
export function useJump(dialogId: DialogId, shown: WindowStart, onJump: Jump): Jump {
  const client = usePortal()
  const queryClient = useQueryClient()
  const has = useFulfils(dialogId)
  return (target, start, day) => {
    const destination = resolveDestination({ entry: '', start, target, anchor: null }, shown, has)
    if (destination.start !== shown) void queryClient.prefetchInfiniteQuery(historyQuery(client, dialogId, destination.start))
    onJump(target, start, day)
  }
}

function useFulfils(dialogId: DialogId): WindowFulfils {
  const client = usePortal()
  const queryClient = useQueryClient()
  return useCallback((window, promise) => windowFulfils(queryClient, client, dialogId, window, promise), [queryClient, client, dialogId])
}
