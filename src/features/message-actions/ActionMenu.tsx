import { Menu } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useDialog } from '~/dialog/DialogContext'
import { InternalLink } from '~/navigation/InternalLink'
import type { LinkTarget } from '~/navigation/NavigationContext'
import { useCell } from '~/ui/use-cell'
import styles from './ActionMenu.module.css'

/** Distance from the edges of the page, px. */
const EDGE = 8

interface ActionMenuProps {
  readonly label: string
  /** Preferred position of its corner, px from the corner of the page. */
  readonly x: number
  readonly y: number
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A menu at a point of the page. It takes the focus; the caller returns it in `onClose`. */
export function ActionMenu({ label, x, y, onClose, children }: ActionMenuProps) {
  const container = useCell(useDialog().popups)
  const point = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }), [x, y])
  return (
    <Menu.Root open onOpenChange={(open) => open || onClose()}>
      <Menu.Portal container={container}>
        <Menu.Positioner
          anchor={point}
          align="start"
          collisionPadding={EDGE}
          collisionAvoidance={{ side: 'shift', align: 'shift', fallbackAxisSide: 'none' }}
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

interface ActionProps {
  readonly icon: LucideIcon
  readonly onClick: () => void
  readonly children: ReactNode
}

/** An action; closes the menu. */
export const ActionItem = ({ icon, onClick, children }: ActionProps) => (
  <Menu.Item className={styles.item} onClick={onClick}>
    <Label icon={icon}>{children}</Label>
  </Menu.Item>
)

interface PageItemProps extends Omit<ActionProps, 'onClick'> {
  readonly href: string
}

/** A link to another page; closes the menu. */
export const PageItem = ({ icon, href, children }: PageItemProps) => (
  <Menu.LinkItem className={styles.item} closeOnClick href={href} target="_blank" rel="noopener noreferrer">
    <Label icon={icon}>{children}</Label>
  </Menu.LinkItem>
)

interface PlaceItemProps extends ActionProps {
  readonly to: LinkTarget
}

/** A link inside the app. It leaves the message, so `onClick` closes the menu without returning the focus. */
export const PlaceItem = ({ icon, to, onClick, children }: PlaceItemProps) => (
  <Menu.LinkItem className={styles.item} render={<InternalLink to={to} />} onClick={onClick}>
    <Label icon={icon}>{children}</Label>
  </Menu.LinkItem>
)

const Label = ({ icon: Icon, children }: Omit<ActionProps, 'onClick'>) => (
  <>
    <Icon size={16} strokeWidth={1.8} aria-hidden />
    {children}
  </>
)
