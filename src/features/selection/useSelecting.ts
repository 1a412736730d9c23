import { useEffect } from 'react'
import { useDialog } from '~/dialog/DialogContext'
import { messageAt, messageIn, rowAt } from '~/dialog/message-at'
import { messagesIn } from '~/dialog/mounted-messages'
import type { History } from '~/domain/history/history'
import { useCell } from '~/ui/use-cell'
import { useStableCallback } from '~/ui/use-stable-callback'
import { neighbourOf } from './selection.ts'

/** Selects messages in the list: by clicks with Shift, and by arrows with Shift from the focused one. Escape clears the selection. */
export function useSelecting(history: History): void {
  const { timeline, selection, select } = useDialog()
  const view = useCell(timeline)

  const onMouseDown = useStableCallback((event: MouseEvent) => {
    if (!event.shiftKey || event.button !== 0 || (event.target as Element).closest('a, button, input, video')) return
    const id = messageAt(event.target)?.id
    if (id === undefined) return
    // The browser would select text up to here.
    event.preventDefault()
    const anchor = selection.get()?.anchor ?? messageIn(rowAt(document.activeElement))?.id ?? id
    rowAt(event.target)?.focus({ preventScroll: true })
    select({ anchor, head: id })
  })

  const onKeyDown = useStableCallback((event: KeyboardEvent) => {
    if (event.key === 'Escape' && selection.get()) {
      event.stopPropagation()
      select(null)
    }
    const row = rowAt(event.target)
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const from = messageIn(row)?.id
    if (!event.shiftKey || row === null || row !== event.target || step === undefined || from === undefined) return
    event.preventDefault()
    const to = neighbourOf(
      history,
      messagesIn(row).map(({ id }) => id),
      step,
    )
    if (to === null) return
    view?.reveal(to, { focus: true })
    select({ anchor: selection.get()?.anchor ?? from, head: to })
  })

  useEffect(() => {
    if (!view) return
    const stop = new AbortController()
    view.element.addEventListener('mousedown', onMouseDown, { signal: stop.signal })
    // Before the list handles the key.
    view.element.addEventListener('keydown', onKeyDown, { capture: true, signal: stop.signal })
    return () => stop.abort()
  }, [view, onMouseDown, onKeyDown])
}
