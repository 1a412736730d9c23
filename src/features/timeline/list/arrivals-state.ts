import type { PortalError } from '~/domain/portal/portal-error'

/** What the end of the list has to say of new messages. */
export interface Arrivals {
  /** Why it is not known whether there are any; null when it is. */
  readonly error: PortalError | null
  readonly retry: () => void
}

export const NO_ARRIVALS: Arrivals = { error: null, retry: () => {} }
