import { useEffect } from 'react'
import type { PortalFrame } from '~/rest/client/frame'

/** The page that is named. */
export interface NamedPage {
  /** The portal's window around it, if there is one. */
  readonly frame: PortalFrame | null
  /** Whether it is the app's own page in that: the portal allows no other to be named. */
  readonly ownPage: boolean
}

/** Names the page. */
export function usePageTitle({ frame, ownPage }: NamedPage, title: string): void {
  useEffect(() => {
    document.title = title
    if (ownPage) frame?.setTitle(title)
  }, [frame, ownPage, title])
}
