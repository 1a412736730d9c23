import { Menu } from '@base-ui/react/menu'
import { useEffect, useRef, type ReactNode } from 'react'
import { useDialog } from '../state/DialogContext.ts'
import { useCell } from '~/ui/use-cell'
import styles from '~/ui/Menu.module.css'

/** Distance from the edges of the page, and from what it opens beside, px. */
const EDGE = 8
const GAP = 4
/** Room that it may need, px: with less on either side of a message it has to lie over it. */
const HEIGHT = 470

export interface ActionMenuProps {
  readonly label: string
  /** What it opens beside, px from the corner of the page. */
  readonly anchor: DOMRect
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A menu beside a box or a point of the page. It takes the focus; the caller returns it in `onClose`. */
export function ActionMenu({ label, anchor, onClose, children }: ActionMenuProps) {
  const container = useCell(useDialog().popups)
  const isPoint = anchor.height === 0
  const fits = Math.max(anchor.top, innerHeight - anchor.bottom) >= HEIGHT
  return (
    <Menu.Root open onOpenChange={(open) => open || onClose()}>
      <Menu.Portal container={container}>
        <Menu.Positioner
          anchor={{ getBoundingClientRect: () => anchor }}
          align="start"
          sideOffset={isPoint ? 0 : GAP}
          collisionPadding={EDGE}
          collisionAvoidance={{ side: isPoint || !fits ? 'shift' : 'flip', align: 'shift', fallbackAxisSide: 'none' }}
          positionMethod="fixed"
        >
          <Menu.Popup className={styles.menu} aria-label={label} finalFocus={false}>
            <Items>{children}</Items>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** Focuses the first item at once, also when the menu was opened with the pointer. */
function Items({ children }: { readonly children: ReactNode }) {
  const items = useRef<HTMLDivElement>(null)
  useEffect(() => items.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true }), [])
  return (
    <div ref={items} role="presentation">
      {children}
    </div>
  )
}
