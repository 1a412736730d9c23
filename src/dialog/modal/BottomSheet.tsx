import { Drawer } from '@base-ui/react/drawer'
import type { ReactNode } from 'react'
import { useCell } from '~/ui/use-cell'
import styles from './BottomSheet.module.css'
import { useDialog } from '../state/DialogContext.ts'

interface BottomSheetProps extends Pick<Drawer.Popup.Props, 'aria-label' | 'initialFocus' | 'finalFocus'> {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** It is out of sight, too. */
  readonly onClosed?: () => void
  readonly children: ReactNode
}

/** What opens on small screens: over the lower edge, where a thumb reaches it. A swipe down, a press beside it and Escape close it. */
export function BottomSheet({ open, onOpenChange, onClosed, children, ...popup }: BottomSheetProps) {
  const container = useCell(useDialog().popups)
  return (
    <Drawer.Root open={open} onOpenChange={onOpenChange} onOpenChangeComplete={(opened) => opened || onClosed?.()} swipeDirection="down">
      <Drawer.Portal container={container}>
        <Drawer.Backdrop className={styles.backdrop} />
        <Drawer.Viewport className={styles.viewport}>
          <Drawer.Popup className={styles.sheet} {...popup}>
            <div className={styles.handle} aria-hidden />
            {children}
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  )
}
