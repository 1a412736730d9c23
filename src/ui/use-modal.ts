import { useLayoutEffect, useMemo, useRef, type MouseEvent, type RefObject } from 'react'

interface Modal {
  /** What a `<dialog>` is given. */
  readonly props: {
    readonly ref: RefObject<HTMLDialogElement | null>
    readonly onClose: () => void
    readonly onClick: (event: MouseEvent) => void
  }
  readonly close: () => void
}

/** A modal `<dialog>` from its first render on; a click outside closes it, as Escape does. */
export function useModal(onClose: () => void): Modal {
  const dialog = useRef<HTMLDialogElement>(null)
  // Before the effects of what is in it, which may need to be seen for them.
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return useMemo(() => {
    const close = () => dialog.current?.close()
    return { close, props: { ref: dialog, onClose, onClick: (event) => event.target === dialog.current && close() } }
  }, [onClose])
}
