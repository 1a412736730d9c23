import { useEffect, useState } from 'react'
import { endsAccess } from '~/domain/portal/ends-access'
import type { PortalError } from '~/domain/portal/portal-error'
import { usePortal } from '~/queries/portal-context'

/** An answer may be one that was on its way before, or the only one that is still given, ms. */
const SURE_MS = 2_000

/** Why the portal accepts nothing from us any more; null while it does. */
export function useEndedAccess(): PortalError | null {
  const { outcome } = usePortal()
  const [ended, setEnded] = useState<PortalError | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const error = outcome.get()
      if (error === null) {
        timer ??= setTimeout(() => setEnded(null), SURE_MS)
        return
      }
      clearTimeout(timer)
      timer = undefined
      if (endsAccess(error)) setEnded(error)
    }
    look()
    const unsubscribe = outcome.subscribe(look)
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [outcome])
  return ended
}
