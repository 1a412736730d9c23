import { useRef, type MouseEvent, type ReactNode } from 'react'
import { portalPath } from '~/domain/portal/portal-path'
import type { PortalFrame } from '~/rest/client/frame'
import styles from './PortalLinks.module.css'

interface PortalLinksProps {
  readonly frame: PortalFrame
  readonly children: ReactNode
}

/**
 * Profiles, CRM items and other pages that the portal shows in a window of its own over the frame open there; what it refuses goes to a
 * new tab like all other links. Clicks that ask for a tab are left to the browser.
 */
export function PortalLinks({ frame, children }: PortalLinksProps) {
  /** The link whose page the portal has refused, and which is followed by the browser now. */
  const refused = useRef<HTMLAnchorElement | null>(null)
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || link === refused.current || event.defaultPrevented) return
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const path = portalPath(link.href, frame.origin)
    if (path === null) return
    event.preventDefault()
    frame.openPath(path, () => {
      refused.current = link
      link.click()
      refused.current = null
    })
  }
  return (
    <div className={styles.links} onClick={follow}>
      {children}
    </div>
  )
}
