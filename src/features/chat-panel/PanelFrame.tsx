import { X } from 'lucide-react'
import { useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react'
import { useDialog } from '~/dialog/DialogContext'
import { NavigationContext, useNavigation, type Navigation } from '~/navigation/NavigationContext'
import { IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { useModal } from '~/ui/use-modal'
import styles from './PanelFrame.module.css'

interface PanelFrameProps {
  /** What had the focus before; null where it has opened by itself, and leaves the focus where it is. */
  readonly opener: Element | null
  readonly children: ReactNode
}

/** The focus is on the way out of the panel when it opens, and returns to what had it before. */
function useFocus(opener: Element | null): RefObject<HTMLSpanElement | null> {
  const close = useRef<HTMLSpanElement>(null)
  const { timeline } = useDialog()
  useEffect(() => {
    if (opener) close.current?.querySelector('button')?.focus()
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
      // What had it is not there any more, or there was nothing.
      if (document.activeElement === document.body) timeline.get()?.element.focus({ preventScroll: true })
    }
  }, [opener, timeline])
  return close
}

/** There whatever becomes of the content. */
function Close({ ref }: { readonly ref: RefObject<HTMLSpanElement | null> }) {
  const t = useText()
  const { panelOpen } = useDialog()
  return (
    <span ref={ref} className={styles.close}>
      <IconButton label={t('panel.close')} onClick={() => panelOpen.set(false)}>
        <X size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
    </span>
  )
}

/** The panel beside the messages, which make room for it. */
export function PanelColumn({ opener, children }: PanelFrameProps) {
  const t = useText()
  const { panelOpen, shownPerson } = useDialog()
  const close = useFocus(opener)
  return (
    <aside
      className={styles.column}
      aria-label={t('panel.label')}
      // A card stands beside what is scrolled away.
      onScrollCapture={() => shownPerson.set(null)}
      // What lies over it closes before it does.
      onKeyDown={(event) => event.key === 'Escape' && shownPerson.get() === null && panelOpen.set(false)}
    >
      <Close ref={close} />
      {children}
    </aside>
  )
}

/** The panel over everything else, which waits under a scrim: a press on that closes it. */
export function PanelSheet({ opener, children }: PanelFrameProps) {
  const t = useText()
  const { panelOpen, shownPerson, viewedMediaItem } = useDialog()
  const close = useFocus(opener)
  const { props: modal } = useModal(() => panelOpen.set(false))
  const { ref } = modal
  const { hrefOf, open } = useNavigation()
  const links = useMemo<Navigation>(
    () => ({
      hrefOf,
      open: (to) => {
        // What is gone to lies under it.
        panelOpen.set(false)
        open(to)
      },
    }),
    [hrefOf, open, panelOpen],
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
    <dialog className={styles.sheet} aria-label={t('panel.label')} onScrollCapture={() => shownPerson.set(null)} {...modal}>
      <Close ref={close} />
      <NavigationContext value={links}>{children}</NavigationContext>
    </dialog>
  )
}
