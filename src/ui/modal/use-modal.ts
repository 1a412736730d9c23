import { useLayoutEffect, useMemo, useRef, type MouseEvent, type RefObject, type SyntheticEvent } from 'react'
import { useStableCallback } from '../use-stable-callback.ts'

interface Modal {
  /** What a `<dialog>` is given. */
  readonly props: {
    readonly ref: RefObject<HTMLDialogElement | null>
    readonly onCancel: (event: SyntheticEvent) => void
    readonly onClose: (event: SyntheticEvent) => void
    readonly onClick: (event: MouseEvent) => void
  }
  readonly close: () => void
}

/**
 * A modal `<dialog>` from its first render on; a click outside closes it, as Escape does.
 *
 * @param onClose called once, at the moment it closes: the browser tells of that in a task of its own, before which keys may have come
 *   that were pressed after Escape, and would still be its own
 */
export function useModal(onClose: () => void): Modal {
  const dialog = useRef<HTMLDialogElement>(null)
  const isOver = useRef(false)
  const end = useStableCallback(() => {
    if (isOver.current) return
    isOver.current = true
    // Gives the focus back; what is closed already stays so.
    dialog.current?.close()
    onClose()
  })
  // Before the effects of what is in it, which may need to be seen for them.
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return useMemo(() => {
    // React passes on what comes from a dialog or a field within it.
    const endItself = ({ target }: SyntheticEvent) => target === dialog.current && end()
    return { close: end, props: { ref: dialog, onCancel: endItself, onClose: endItself, onClick: endItself } }
  }, [end])
}
