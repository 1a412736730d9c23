import { PortalError, type PortalErrorCode } from '~/domain/portal/portal-error'
import { phpMap } from '../decode/wire.ts'

/** Error codes of the portal (`docs/bitrix24/rest.md` §1.2), compared exactly; the HTTP status alone decides nothing. */
const codes: Readonly<Record<string, PortalErrorCode>> = {
  expired_token: 'auth',
  invalid_token: 'auth',
  NO_AUTH_FOUND: 'auth',
  INVALID_CREDENTIALS: 'auth',
  authorization_error: 'auth',
  APPLICATION_NOT_FOUND: 'auth',
  PORTAL_DELETED: 'auth',
  insufficient_scope: 'access',
  user_access_error: 'access',
  ACCESS_DENIED: 'access',
  ACCESS_ERROR: 'access',
  WRONG_AUTH_TYPE: 'access',
  QUERY_LIMIT_EXCEEDED: 'rate-limit',
  OPERATION_TIME_LIMIT: 'rate-limit',
  OVERLOAD_LIMIT: 'rate-limit',
  ERROR_METHOD_NOT_FOUND: 'unsupported',
  WRONG_ENCODING: 'contract',
  CONNECTION_ERROR: 'portal',
  INTERNAL_SERVER_ERROR: 'portal',
  ERROR_UNEXPECTED_ANSWER: 'portal',
}

function codeOf(error: string, status: number): PortalErrorCode {
  const known = Object.hasOwn(codes, error) ? codes[error] : undefined
  if (known) return known
  if (status === 429) return 'rate-limit'
  if (status >= 500) return 'portal'
  return 'rejected'
}

/** The error for an `{error, error_description}` answer; an empty object is no error. */
export function portalErrorOf(body: unknown, status: number): PortalError | null {
  const { error, error_description: description } = phpMap(body)
  if (typeof error !== 'string' || error === '') return null
  const text = typeof description === 'string' && description !== '' ? description : error
  return new PortalError(codeOf(error, status), text, { detail: error })
}

/**
 * The `result` of an answer; `docs/bitrix24/rest.md` §1.1.
 * @throws {PortalError}
 */
export function readEnvelope(status: number, text: string): unknown {
  const failed = (code: PortalErrorCode, words = `The portal answered ${status}.`, detail = `HTTP_${status}`): PortalError =>
    new PortalError(code, words, { detail })
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    if (status === 429 || status === 503) throw failed('rate-limit')
    if (status >= 500) throw failed('portal')
    if (status === 401 || status === 403) throw failed('access')
    // An answer that begins as JSON was truncated; anything else is some other page.
    if (/^\s*[[{]/.test(text) || text === '') throw failed('network', 'The answer of the portal was cut off.', 'TRUNCATED')
    throw failed('contract', 'The portal answered with something other than JSON.')
  }
  // A handler may report an error with HTTP 200.
  const error = portalErrorOf(body, status)
  if (error) throw error
  const answer = phpMap(body)
  if (!('result' in answer)) throw status >= 500 ? failed('portal') : failed('contract', 'The answer of the portal has no result.')
  return answer['result']
}
