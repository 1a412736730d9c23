import { useEffect } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { usePortalSession } from '~/dialog/state/PortalSession'
import type { DialogId } from '~/domain/ids'
import { useCell } from '~/ui/use-cell'

/** Which chat the switcher leads to. */
class Arrival {
  at: DialogId | null = null
}

export const useArrival = (): Arrival => usePortalSession().only(Arrival, () => new Arrival())

/** Gives the focus to the messages of a chat that the switcher has led to: what had it before is gone with the chat before. */
export function FocusOnArrival() {
  const { id, timeline } = useDialog()
  const arrival = useArrival()
  const view = useCell(timeline)
  useEffect(() => {
    if (!view) return
    if (arrival.at === id) view.element.focus({ preventScroll: true })
    arrival.at = null
  }, [arrival, id, view])
  return null
}
