import { useEffect } from 'react'
import { BackStack, type Returning } from '~/navigation/BackStack'
import { useStableCallback } from '~/ui/use-stable-callback'
import { usePortalSession } from './state/PortalSession.ts'

/**
 * While something is open, Back closes it before it leaves what is shown.
 * @param close as Back does it @param stays whether it stays open over a jump @param returning where it may open again by itself
 */
export function useClosesOnBack(
  open: boolean,
  close: () => void,
  { stays = false, returning }: { readonly stays?: boolean; readonly returning?: Returning } = {},
): void {
  const session = usePortalSession()
  const closeNow = useStableCallback(close)
  useEffect(() => stackOf(session).watch(), [session])
  useEffect(() => (open ? stackOf(session).opened(closeNow, stays, returning) : undefined), [open, session, closeNow, stays, returning])
}

const stackOf = (session: ReturnType<typeof usePortalSession>): BackStack =>
  session.only(BackStack, () => new BackStack(window, window.history, window.parent !== window))
