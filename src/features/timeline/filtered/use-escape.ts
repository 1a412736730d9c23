import { useEffect } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { rowAt } from '~/dialog/message-at'
import { useShortcut } from '~/dialog/shortcuts/Shortcuts'
import { useCell } from '~/ui/use-cell'

/** Escape shows all messages again, unless it closes something that lies over them or leads out of what is in a message. */
export function useEscape(isShown: boolean, onEscape: () => void): void {
  const { timeline, shownPerson, viewedMediaItem, viewedPdf, selection, calendarAt } = useDialog()
  useShortcut('showAll', () => {
    const over = [shownPerson, viewedMediaItem, viewedPdf, selection, calendarAt]
    if (!isShown || over.some((cell) => cell.get() !== null)) return false
    onEscape()
  })
  const view = useCell(timeline)
  useEffect(() => {
    if (!isShown || !view) return
    const onKeyDown = (event: KeyboardEvent) => {
      const row = rowAt(event.target)
      if (event.key === 'Escape' && row && row !== event.target) event.preventDefault()
    }
    view.element.addEventListener('keydown', onKeyDown)
    return () => view.element.removeEventListener('keydown', onKeyDown)
  }, [isShown, view])
}
