import { X } from 'lucide-react'
import { useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react'
import { NavigationContext, useNavigation, type Navigation } from '~/navigation/NavigationContext'
import { IconButton } from '~/ui/Button'
import { useModal } from '~/ui/modal/use-modal'
import { useDialog } from '../state/DialogContext.ts'
import styles from './PanelFrame.module.css'

export interface PanelFrameProps {
  readonly label: string
  /** Of the button that closes it. */
  readonly closeLabel: string
  readonly onClose: () => void
  /** What had the focus before; null where it has opened by itself, and leaves the focus where it is. */
  readonly opener: Element | null
  readonly children: ReactNode
}

/** The focus is on the way out of the panel when it opens, and returns to what had it before. */
function useFocus(opener: Element | null): RefObject<HTMLSpanElement | null> {
  const close = useRef<HTMLSpanElement>(null)
  const { timeline } = useDialog()
  useEffect(() => {
    // What is in it may have taken the focus already.
    const frame = close.current?.parentElement
    if (opener && !frame?.contains(document.activeElement)) close.current?.querySelector('button')?.focus()
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
      // What had it is not there any more, or there was nothing.
      if (document.activeElement === document.body) timeline.get()?.element.focus({ preventScroll: true })
    }
  }, [opener, timeline])
  return close
}

interface CloseProps extends Pick<PanelFrameProps, 'closeLabel' | 'onClose'> {
  readonly ref: RefObject<HTMLSpanElement | null>
}

/** There whatever becomes of the content. */
function Close({ ref, closeLabel, onClose }: CloseProps) {
  return (
    <span ref={ref} className={styles.close}>
      <IconButton label={closeLabel} onClick={onClose}>
        <X size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
    </span>
  )
}

/** A panel beside the messages, which make room for it. */
export function PanelColumn({ label, closeLabel, onClose, opener, children }: PanelFrameProps) {
  const { shownPerson } = useDialog()
  const close = useFocus(opener)
  return (
    <aside
      className={styles.column}
      aria-label={label}
      // A card stands beside what is scrolled away.
      onScrollCapture={() => shownPerson.set(null)}
      // What lies over it closes before it does.
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || shownPerson.get() !== null) return
        event.preventDefault()
        onClose()
      }}
    >
      <Close ref={close} closeLabel={closeLabel} onClose={onClose} />
      {children}
    </aside>
  )
}

interface PanelSheetProps extends PanelFrameProps {
  /** Something under it is about to be gone to. */
  readonly onLeave: () => void
}

/** A panel over everything else, which waits under a scrim: a press on that closes it. */
export function PanelSheet({ label, closeLabel, onClose, onLeave, opener, children }: PanelSheetProps) {
  const { shownPerson, viewedMediaItem } = useDialog()
  const close = useFocus(opener)
  const { props: modal } = useModal(onClose)
  const { ref } = modal
  const { hrefOf, open } = useNavigation()
  const links = useMemo<Navigation>(
    () => ({
      hrefOf,
      open: (to) => {
        onLeave()
        open(to)
      },
    }),
    [hrefOf, open, onLeave],
  )
  useEffect(() => {
    const sheet = ref.current
    // What is open over the sheet closes before it does, and by itself.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && (shownPerson.get() ?? viewedMediaItem.get()) !== null) event.preventDefault()
    }
    sheet?.addEventListener('keydown', onKeyDown)
    return () => sheet?.removeEventListener('keydown', onKeyDown)
  }, [ref, shownPerson, viewedMediaItem])
  return (
    <dialog className={styles.sheet} aria-label={label} onScrollCapture={() => shownPerson.set(null)} {...modal}>
      <Close ref={close} closeLabel={closeLabel} onClose={onClose} />
      <NavigationContext value={links}>{children}</NavigationContext>
    </dialog>
  )
}
