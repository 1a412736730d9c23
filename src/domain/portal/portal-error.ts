/**
 * - `auth` the portal does not accept the caller, `access` it does, but not for this
 * - `rate-limit` too many requests, `network` the portal was not reached, `portal` it failed itself
 * - `unsupported` it lacks the method, `rejected` it finds the request wrong
 * - `contract` its answer does not look like Bitrix24's
 */
export type PortalErrorCode = 'auth' | 'access' | 'rate-limit' | 'network' | 'portal' | 'unsupported' | 'rejected' | 'contract'

interface PortalErrorOptions extends ErrorOptions {
  /** The portal's own code, such as `ACCESS_ERROR`. */
  readonly detail?: string
}

/** The only error that leaves the REST layer. It never carries a token or the address of a webhook. */
export class PortalError extends Error {
  override readonly name = 'PortalError'
  readonly code: PortalErrorCode
  readonly detail: string

  constructor(code: PortalErrorCode, message: string, options: PortalErrorOptions = {}) {
    super(message, options)
    this.code = code
    this.detail = options.detail ?? ''
  }
}

export const isPortalError = (error: unknown): error is PortalError => error instanceof PortalError
