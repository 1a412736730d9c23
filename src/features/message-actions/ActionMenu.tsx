import { Menu } from '@base-ui/react/menu'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useDialog } from '~/dialog/DialogContext'
import { InternalLink } from '~/navigation/InternalLink'
import type { LinkTarget } from '~/navigation/NavigationContext'
import { useCell } from '~/ui/use-cell'
import styles from './ActionMenu.module.css'

/** Px between the menu and the edge of the page. */
const EDGE = 8

interface ActionMenuProps {
  readonly label: string
  /** Where its corner would like to be, px from that of the page. */
  readonly x: number
  readonly y: number
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A menu over everything, at a point of the page. It takes the focus; whoever closes it gives it back. */
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

/** The first of them has the focus at once, by whatever the menu was opened. */
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

/** Does something, and closes the menu. */
export const ActionItem = ({ icon, onClick, children }: ActionProps) => (
  <Menu.Item className={styles.item} onClick={onClick}>
    <Label icon={icon}>{children}</Label>
  </Menu.Item>
)

interface PageItemProps extends Omit<ActionProps, 'onClick'> {
  readonly href: string
}

/** Leads to a page of its own, and closes the menu. */
export const PageItem = ({ icon, href, children }: PageItemProps) => (
  <Menu.LinkItem className={styles.item} closeOnClick href={href} target="_blank" rel="noopener noreferrer">
    <Label icon={icon}>{children}</Label>
  </Menu.LinkItem>
)

interface PlaceItemProps extends ActionProps {
  readonly to: LinkTarget
}

/** Leads to a place inside the app. @param onClick to close the menu, whose place is left */
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
