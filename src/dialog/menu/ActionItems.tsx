import { Menu } from '@base-ui/react/menu'
import { Toolbar } from '@base-ui/react/toolbar'
import type { LucideIcon } from 'lucide-react'
import { createContext, use, type ReactNode } from 'react'
import { InternalLink } from '~/navigation/InternalLink'
import type { LinkTarget } from '~/navigation/NavigationContext'
import styles from '~/ui/Menu.module.css'

/** Closes the sheet that the items are in; null in a menu, whose items do that themselves. */
export const SheetContext = createContext<(() => void) | null>(null)

interface ActionProps {
  readonly icon: LucideIcon
  readonly onClick: () => void
  readonly children: ReactNode
}

/** An action; closes the menu. */
export function ActionItem({ icon, onClick, children }: ActionProps) {
  const close = use(SheetContext)
  const label = <Label icon={icon}>{children}</Label>
  if (!close)
    return (
      <Menu.Item className={styles.item} onClick={onClick}>
        {label}
      </Menu.Item>
    )
  const act = () => {
    close()
    onClick()
  }
  return (
    <Toolbar.Button role="menuitem" className={styles.item} onClick={act}>
      {label}
    </Toolbar.Button>
  )
}

interface PageItemProps extends Omit<ActionProps, 'onClick'> {
  readonly href: string
}

/** A link to another page; closes the menu. */
export function PageItem({ icon, href, children }: PageItemProps) {
  const close = use(SheetContext)
  const link = {
    className: styles.item,
    href,
    target: '_blank',
    rel: 'noopener noreferrer',
    children: <Label icon={icon}>{children}</Label>,
  }
  return close ? <Toolbar.Link role="menuitem" onClick={close} {...link} /> : <Menu.LinkItem closeOnClick {...link} />
}

interface PlaceItemProps extends ActionProps {
  readonly to: LinkTarget
}

/** A link inside the app. It leaves the message, so `onClick` closes the menu without returning the focus. */
export function PlaceItem({ icon, to, onClick, children }: PlaceItemProps) {
  const close = use(SheetContext)
  const link = { className: styles.item, onClick, render: <InternalLink to={to} />, children: <Label icon={icon}>{children}</Label> }
  return close ? <Toolbar.Link role="menuitem" {...link} /> : <Menu.LinkItem {...link} />
}

const Label = ({ icon: Icon, children }: Omit<ActionProps, 'onClick'>) => (
  <>
    <Icon size={18} strokeWidth={1.8} aria-hidden />
    {children}
  </>
)
