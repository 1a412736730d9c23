import { useEffect } from 'react'
import type { PortalFrame } from '~/rest/client/frame'

/** Names the page, and the portal's window around it, if there is one. */
export function usePageTitle(frame: PortalFrame | null, title: string): void {
  useEffect(() => {
    document.title = title
    frame?.setTitle(title)
  }, [frame, title])
}
