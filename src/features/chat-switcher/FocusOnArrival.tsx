import { useEffect, useRef } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { usePortalSession } from '~/dialog/state/PortalSession'
import type { DialogId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import { useCell } from '~/ui/use-cell'

/** Which chat the switcher leads to. */
class Arrival {
  readonly at = new Cell<DialogId | null>(null)
}

export const useArrival = (): Arrival => usePortalSession().only(Arrival, () => new Arrival())

/** Gives the focus to the messages of a chat that the switcher has led to, also when that is the one being read: what had it before is gone. */
export function FocusOnArrival() {
  const { id, timeline } = useDialog()
  const arrival = useArrival()
  const at = useCell(arrival.at)
  const view = useCell(timeline)
  const seen = useRef(view)
  useEffect(() => {
    if (!view || at === null) return
    if (at === id) view.element.focus({ preventScroll: true })
    // Whoever has come to other messages since has gone there otherwise.
    if (at === id || view !== seen.current) arrival.at.set(null)
  }, [arrival, at, id, view])
  useEffect(() => {
    seen.current = view
  }, [view])
  return null
}
