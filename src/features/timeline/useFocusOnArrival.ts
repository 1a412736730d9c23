import { useEffect } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import type { History } from '~/domain/history/history'
import type { Place } from '~/domain/history/place'
import type { MessageId } from '~/domain/ids'
import { useStableCallback } from '~/ui/use-stable-callback'

/** Where reading goes on at a place: at the message that was left, or that was wanted, or at the end that was. */
function arrivedAt({ anchor, target, start }: Place, { messages }: History): MessageId | undefined {
  const known = [anchor?.id, target].find((id) => messages.some((message) => message.id === id))
  if (known != null) return known
  // The wanted message is not there any more: its neighbour is shown.
  if (target !== null) return messages.find(({ id }) => id > target)?.id ?? messages.at(-1)?.id
  return messages.at(start.at === 'oldest' ? 0 : -1)?.id
}

/** After a jump, gives the focus to the message that was gone to: the next key goes on from there. A field that is being written in keeps it. */
export function useFocusOnArrival(place: Place, history: History): void {
  const dialog = useDialog()
  const arrive = useStableCallback(() => {
    if (!dialog.focusFollows) return
    dialog.focusFollows = false
    if (document.activeElement?.matches('input, textarea')) return
    const id = arrivedAt(place, history)
    if (id !== undefined) dialog.timeline.get()?.reveal(id, { focus: 'alone' })
  })
  useEffect(arrive, [arrive, place.entry])
}
