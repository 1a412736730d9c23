import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { WindowStart } from '~/domain/cursor'
import type { DialogId, MessageId } from '~/domain/ids'
import type { Place } from '~/domain/place'
import { historyQuery, windowContains } from '~/queries/history'
import { usePortal } from '~/queries/portal-context'

export type Jump = (target: MessageId | null, start: WindowStart) => void

/**
 * The start of the window to show for a place. A jump to a message that the present window holds stays in
 * it; anything else opens a window of its own, or finds the one that was left.
 */
export function useShownStart(dialogId: DialogId, place: Place): WindowStart {
  const client = usePortal()
  const queryClient = useQueryClient()
  const shown = useRef<{ readonly entry: string; readonly start: WindowStart } | null>(null)
  const has = (start: WindowStart, id: MessageId) => windowContains(queryClient, client, dialogId, start, id)
  if (shown.current?.entry !== place.entry) {
    const wanted = place.anchor?.id ?? place.target
    const stays = shown.current !== null && place.anchor === null && place.target !== null && has(shown.current.start, place.target)
    const before = shown.current?.start
    let start = stays && before ? before : place.start
    // A window that has gone from memory, or has moved on: around the message itself.
    if (!stays && place.anchor && wanted !== null && !has(start, wanted)) start = { at: 'around', id: wanted }
    shown.current = { entry: place.entry, start }
  }
  return shown.current.start
}

/** Jumps, and asks at once for the window that will be needed: drawing it empty first would only delay the request. */
export function useJump(dialogId: DialogId, shown: WindowStart, onJump: Jump): Jump {
  const client = usePortal()
  const queryClient = useQueryClient()
  return (target, start) => {
    if (target === null || !windowContains(queryClient, client, dialogId, shown, target))
      void queryClient.prefetchInfiniteQuery(historyQuery(client, dialogId, start))
    onJump(target, start)
  }
}
