import type { LucideIcon } from 'lucide-react'
import { InternalLink } from '~/navigation/InternalLink'
import type { LinkTarget } from '~/navigation/NavigationContext'
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import styles from './Menu.module.css'
import { MENU_MARK } from './useMenuPlace.ts'

/** Px between the menu and the edge of the page. */
const EDGE = 8
const ITEM = '[role="menuitem"]'

interface MenuProps {
  readonly label: string
  /** Preferred position of its corner, px from that of the page. */
  readonly x: number
  readonly y: number
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A menu over everything, with the usual keys. It takes the focus; its owner restores the focus after closing it. */
export function Menu({ label, x, y, onClose, children }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = menu.current
    if (!element) return
    element.showPopover()
    const { width, height } = element.getBoundingClientRect()
    element.style.left = `${Math.max(EDGE, Math.min(x, window.innerWidth - width - EDGE))}px`
    element.style.top = `${Math.max(EDGE, Math.min(y, window.innerHeight - height - EDGE))}px`
    element.querySelector<HTMLElement>(ITEM)?.focus()
  }, [x, y])
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>(ITEM) ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    } else if (to !== undefined) {
      event.preventDefault()
      items[to % items.length]?.focus()
    }
  }
  return (
    <>
      <div className={styles.outside} onPointerDown={onClose} />
      <div
        ref={menu}
        className={styles.menu}
        popover="manual"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onKeyDown={onKeyDown}
        {...MENU_MARK}
      >
        {children}
      </div>
    </>
  )
}

interface MenuItemProps {
  readonly icon: LucideIcon
  /** A page or a place inside the app to go to; without either, the item is a button. */
  readonly href?: string
  readonly to?: LinkTarget
  readonly onClick: () => void
  readonly children: ReactNode
}

export function MenuItem({ icon: Icon, href, to, onClick, children }: MenuItemProps) {
  const content = (
    <>
      <Icon size={16} strokeWidth={1.8} aria-hidden />
      {children}
    </>
  )
  if (to)
    return (
      <InternalLink role="menuitem" tabIndex={-1} to={to} onClick={onClick}>
        {content}
      </InternalLink>
    )
  if (href === undefined)
    return (
      <button type="button" role="menuitem" tabIndex={-1} onClick={onClick}>
        {content}
      </button>
    )
  return (
    <a role="menuitem" tabIndex={-1} href={href} onClick={onClick} target="_blank" rel="noopener noreferrer">
      {content}
    </a>
  )
}
