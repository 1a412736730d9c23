import { useEffect } from 'react'
import { usePortal } from '~/queries/portal-context'
import { RequestLog } from '~/queries/RequestLog'
import { usePortalSession } from './state/PortalSession.ts'

/** The requests of the page. */
export function useRequestLog(): RequestLog {
  const { portal } = usePortal()
  return usePortalSession().only(RequestLog, () => new RequestLog(portal))
}

/** Lists them for as long as the component is mounted. */
export function useRequestWatch(): void {
  const log = useRequestLog()
  useEffect(() => log.watch(), [log])
}
