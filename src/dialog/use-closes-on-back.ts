import { useEffect } from 'react'
import { BackStack } from '~/navigation/BackStack'
import { useStableCallback } from '~/ui/use-stable-callback'
import { usePortalSession } from './PortalSession.ts'

/**
 * While something is open, Back closes it before it leaves what is shown.
 * @param close as Back does it @param stays whether it stays open over a jump
 */
export function useClosesOnBack(open: boolean, close: () => void, { stays = false } = {}): void {
  const session = usePortalSession()
  const closeNow = useStableCallback(close)
  useEffect(() => stackOf(session).watch(), [session])
  useEffect(() => (open ? stackOf(session).opened(closeNow, stays) : undefined), [open, session, closeNow, stays])
}

const stackOf = (session: ReturnType<typeof usePortalSession>): BackStack =>
  session.only(BackStack, () => new BackStack(window, window.history, window.parent !== window))
