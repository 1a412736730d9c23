import { Drawer } from '@base-ui/react/drawer'
import { Toolbar } from '@base-ui/react/toolbar'
import { useRef, useState } from 'react'
import { BottomSheet } from '../BottomSheet.tsx'
import { SheetContext } from './ActionItems.tsx'
import type { ActionMenuProps } from './ActionMenu.tsx'
import styles from './ActionSheet.module.css'

/** The menu of a small screen. */
export function ActionSheet({ label, onClose, children }: Omit<ActionMenuProps, 'anchor'>) {
  const [open, setOpen] = useState(true)
  const items = useRef<HTMLDivElement>(null)
  return (
    <BottomSheet
      open={open}
      onOpenChange={setOpen}
      onClosed={onClose}
      aria-label={label}
      initialFocus={() => items.current?.querySelector<HTMLElement>('[role="menuitem"]')}
      finalFocus={false}
    >
      <Drawer.Content className={styles.content}>
        <SheetContext value={() => setOpen(false)}>
          <Toolbar.Root ref={items} role="menu" orientation="vertical" aria-label={label}>
            {children}
          </Toolbar.Root>
        </SheetContext>
      </Drawer.Content>
    </BottomSheet>
  )
}
