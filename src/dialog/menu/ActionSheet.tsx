import { Drawer } from '@base-ui/react/drawer'
import { Toolbar } from '@base-ui/react/toolbar'
import { useRef, useState, type MouseEvent } from 'react'
import { BottomSheet } from '../modal/BottomSheet.tsx'
import { SheetContext } from './ActionItems.tsx'
import type { ActionMenuProps } from './ActionMenu.tsx'
import styles from './ActionSheet.module.css'

/** The menu of a small screen. */
export function ActionSheet({ label, onClose, children }: Omit<ActionMenuProps, 'anchor'>) {
  const [open, setOpen] = useState(true)
  const items = useRef<HTMLDivElement>(null)
  // The finger whose long press has opened it may be over an item: as it goes, browsers make a click of it that nobody meant.
  const wasPressed = useRef(false)
  const onClickCapture = (event: MouseEvent) => {
    if (wasPressed.current || event.detail === 0) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <BottomSheet
      open={open}
      onOpenChange={setOpen}
      onClosed={onClose}
      aria-label={label}
      initialFocus={() => items.current?.querySelector<HTMLElement>('[role="menuitem"]')}
      finalFocus={false}
    >
      <Drawer.Content
        className={styles.content}
        onPointerDownCapture={() => {
          wasPressed.current = true
        }}
        onClickCapture={onClickCapture}
      >
        <SheetContext value={() => setOpen(false)}>
          <Toolbar.Root ref={items} role="menu" orientation="vertical" aria-label={label}>
            {children}
          </Toolbar.Root>
        </SheetContext>
      </Drawer.Content>
    </BottomSheet>
  )
}
