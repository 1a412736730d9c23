/**
 * - `auth` the portal does not accept the caller, `access` it does, but not for this
 * - `rate-limit` too many requests, `network` the portal was not reached, `portal` it failed itself
 * - `proxy` something between us and the portal refused
 * - `unsupported` it lacks the method, `rejected` it finds the request wrong
 * - `contract` its answer does not look like Bitrix24's
 */
export type PortalErrorCode = 'auth' | 'access' | 'rate-limit' | 'network' | 'portal' | 'proxy' | 'unsupported' | 'rejected' | 'contract'

interface PortalErrorOptions extends ErrorOptions {
  /** The portal's own code, such as `ACCESS_ERROR`; `HTTP_403` for a page that is not the portal's. */
  readonly detail?: string
  /** Epoch ms from when on the portal will answer again. */
  readonly availableAt?: number | null
}

/** The only error that leaves the REST layer. It never carries a token or the address of a webhook. */
export class PortalError extends Error {
  override readonly name = 'PortalError'
  readonly code: PortalErrorCode
  readonly detail: string
  /** Null where the portal did not say. */
  readonly availableAt: number | null

  constructor(code: PortalErrorCode, message: string, options: PortalErrorOptions = {}) {
    super(message, options)
    this.code = code
    this.detail = options.detail ?? ''
    this.availableAt = options.availableAt ?? null
  }
}

export const isPortalError = (error: unknown): error is PortalError => error instanceof PortalError
