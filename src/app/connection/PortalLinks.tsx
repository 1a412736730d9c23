import { useRef, type MouseEvent, type ReactNode } from 'react'
import { messengerPlace, portalPath } from '~/domain/portal/portal-path'
import { isPlainClick } from '~/navigation/is-plain-click'
import type { PortalFrame } from '~/rest/client/frame'
import styles from './PortalLinks.module.css'

interface PortalLinksProps {
  readonly frame: PortalFrame
  /** Whether the portal around it has a messenger to open chats in, as its mobile app has not. */
  readonly hasMessenger: boolean
  readonly children: ReactNode
}

/**
 * Profiles, CRM items and other pages that the portal shows in a window of its own over the frame open there, and its chats in its messenger;
 * what it refuses goes to a new tab like all other links. Clicks that ask for a tab are left to the browser.
 */
export function PortalLinks({ frame, hasMessenger, children }: PortalLinksProps) {
  /** The link whose page the portal has refused, and which is followed by the browser now. */
  const refused = useRef<HTMLAnchorElement | null>(null)
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || link === refused.current || event.defaultPrevented) return
    if (!isPlainClick(event)) return
    const place = hasMessenger ? messengerPlace(link.href, frame.origin) : null
    const path = portalPath(link.href, frame.origin)
    if (place || path !== null) event.preventDefault()
    if (place) frame.openChat(place.dialogId, place.messageId)
    else if (path !== null)
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
