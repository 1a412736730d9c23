import { Drawer } from '@base-ui/react/drawer'
import { Toolbar } from '@base-ui/react/toolbar'
import { useRef, useState } from 'react'
import { useDialog } from '~/dialog/DialogContext'
import { useCell } from '~/ui/use-cell'
import { SheetContext } from './ActionItems.tsx'
import type { ActionMenuProps } from './ActionMenu.tsx'
import styles from './ActionSheet.module.css'

/** The menu of a small screen: over its lower edge, where a thumb reaches it. A swipe down, a press beside it and Escape close it. */
export function ActionSheet({ label, onClose, children }: Omit<ActionMenuProps, 'anchor'>) {
  const container = useCell(useDialog().popups)
  const [open, setOpen] = useState(true)
  const items = useRef<HTMLDivElement>(null)
  return (
    <Drawer.Root open={open} onOpenChange={setOpen} onOpenChangeComplete={(opened) => opened || onClose()} swipeDirection="down">
      <Drawer.Portal container={container}>
        <Drawer.Backdrop className={styles.backdrop} />
        <Drawer.Viewport className={styles.viewport}>
          <Drawer.Popup
            className={styles.sheet}
            aria-label={label}
            initialFocus={() => items.current?.querySelector<HTMLElement>('[role="menuitem"]')}
            finalFocus={false}
          >
            <div className={styles.handle} aria-hidden />
            <Drawer.Content className={styles.content}>
              <SheetContext value={() => setOpen(false)}>
                <Toolbar.Root ref={items} role="menu" orientation="vertical" aria-label={label}>
                  {children}
                </Toolbar.Root>
              </SheetContext>
            </Drawer.Content>
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  )
}
