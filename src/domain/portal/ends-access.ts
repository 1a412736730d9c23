import { isPortalError, type PortalError } from './portal-error.ts'

/**
 * Whether the portal accepts nothing from us any more, whatever is asked: the webhook or the session is over. It is said once, for the
 * whole page. Of a portal that has been closed there is more to say, wherever it is asked.
 */
export const endsAccess = (error: unknown): error is PortalError =>
  isPortalError(error) && error.code === 'auth' && error.detail !== 'PORTAL_DELETED'
