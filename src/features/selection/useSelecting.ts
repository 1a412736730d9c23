import { useEffect, useRef } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { messageAt, messageIn, rowAt } from '~/dialog/message-at'
import { messagesIn } from '~/dialog/mounted-messages'
import type { History } from '~/domain/history/history'
import { selectTo, toggleMessage } from '~/domain/history/selection'
import { useCell } from '~/ui/use-cell'
import { useStableCallback } from '~/ui/use-stable-callback'
import { neighbourOf } from './neighbour.ts'

/** What is pressed for its own sake, unless messages are being selected. */
const PRESSED = 'a, button, input, video, summary'

const marksText = () => document.getSelection()?.isCollapsed === false

/**
 * Selects messages in the list: the first by a click with Shift or Ctrl, then each that is clicked, whatever is clicked of it; by arrows with
 * Shift, and by Space, from the focused one. Escape clears the selection.
 */
export function useSelecting(history: History): void {
  const { timeline, selection } = useDialog()
  const select = selection.set
  const view = useCell(timeline)

  /** The message that a click selects; null where it means something else. */
  const clicked = (event: MouseEvent) => {
    const byKey = event.shiftKey || event.ctrlKey || event.metaKey
    const selects = selection.get() !== null || (byKey && !(event.target as Element).closest(PRESSED))
    return event.button === 0 && selects ? messageAt(event.target) : null
  }

  /** The button that went down last. WebKitGTK ends the press of another one with a click of the main button. */
  const pressed = useRef(0)

  const onMouseDown = useStableCallback((event: MouseEvent) => {
    pressed.current = event.button
    const message = event.shiftKey ? clicked(event) : null
    if (!message) return
    // The browser would select text up to here.
    event.preventDefault()
    const from = messageIn(rowAt(document.activeElement))?.id ?? message.id
    rowAt(event.target)?.focus({ preventScroll: true })
    select(selectTo(history, selection.get(), from, message.id))
  })

  const onClick = useStableCallback((event: MouseEvent) => {
    const isByKey = event.detail === 0
    const message = isByKey || pressed.current === 0 ? clicked(event) : null
    if (!message) return
    event.preventDefault()
    event.stopPropagation()
    // With Shift it was done when the button went down; and what ends the marking of text is no click.
    if (event.shiftKey || marksText()) return
    select(toggleMessage(selection.get(), message.id))
  })

  const onKeyDown = useStableCallback((event: KeyboardEvent) => {
    const selected = selection.get()
    if (event.key === 'Escape' && selected) {
      event.stopPropagation()
      select(null)
    }
    const row = rowAt(event.target)
    const from = messageIn(row)?.id
    if (row === null || row !== event.target || from === undefined) return
    if (event.key === ' ' && selected) {
      event.preventDefault()
      select(toggleMessage(selected, from))
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.shiftKey || step === undefined) return
    event.preventDefault()
    const ids = messagesIn(row).map(({ id }) => id)
    const to = neighbourOf(history, ids, step)
    if (to === null) return
    view?.reveal(to, { focus: true })
    select(selectTo(history, selected, from, to))
  })

  useEffect(() => {
    if (!view) return
    const stop = new AbortController()
    // Before the list and what is in it.
    const first = { capture: true, signal: stop.signal }
    view.element.addEventListener('mousedown', onMouseDown, first)
    view.element.addEventListener('click', onClick, first)
    view.element.addEventListener('keydown', onKeyDown, first)
    return () => stop.abort()
  }, [view, onMouseDown, onClick, onKeyDown])
}
