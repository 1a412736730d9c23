import { PortalError, type PortalErrorCode } from '~/domain/portal/portal-error'
import { phpMap } from '../decode/wire.ts'

/** Error codes of the portal (`docs/bitrix24/rest.md` §1.2), compared exactly; the HTTP status alone decides nothing. */
const NAMES: Readonly<Partial<Record<PortalErrorCode, readonly string[]>>> = {
  auth: [
    'expired_token',
    'invalid_token',
    'NO_AUTH_FOUND',
    'INVALID_CREDENTIALS',
    'authorization_error',
    'APPLICATION_NOT_FOUND',
    'PORTAL_DELETED',
  ],
  access: ['insufficient_scope', 'user_access_error', 'ACCESS_DENIED', 'ACCESS_ERROR', 'WRONG_AUTH_TYPE'],
  'rate-limit': ['QUERY_LIMIT_EXCEEDED', 'OPERATION_TIME_LIMIT', 'OVERLOAD_LIMIT'],
  unsupported: ['ERROR_METHOD_NOT_FOUND'],
  contract: ['WRONG_ENCODING'],
  portal: ['CONNECTION_ERROR', 'INTERNAL_SERVER_ERROR', 'ERROR_UNEXPECTED_ANSWER'],
}

function codeOf(error: string, status: number): PortalErrorCode {
  for (const [code, names] of Object.entries(NAMES)) if (names.includes(error)) return code as PortalErrorCode
  if (status === 429) return 'rate-limit'
  return status >= 500 ? 'portal' : 'rejected'
}

/** The error for an `{error, error_description}` answer; an empty object is no error. */
export function portalErrorOf(body: unknown, status: number): PortalError | null {
  const { error, error_description: description } = phpMap(body)
  if (typeof error !== 'string' || error === '') return null
  const text = typeof description === 'string' && description !== '' ? description : error
  return new PortalError(codeOf(error, status), text, { detail: error })
}

/** Of a page that is not Bitrix24's, these say that the address leads elsewhere. */
const ELSEWHERE = [404, 405, 410]

/** What an answer that is no envelope means: the page of a proxy, a firewall or some other site, told by its status alone. */
function codeOfPage(status: number): PortalErrorCode {
  if (status === 429 || status === 503) return 'rate-limit'
  if (status >= 500) return 'portal'
  return status < 400 || ELSEWHERE.includes(status) ? 'contract' : 'proxy'
}

const errorOfPage = (status: number, code = codeOfPage(status), detail = `HTTP_${status}`): PortalError =>
  new PortalError(code, `The portal answered ${status}.`, { detail })

/** An answer that ended too soon; one that fails with an empty page was complete. */
const isCutOff = (status: number, text: string): boolean => status < 500 && (text === '' ? status < 400 : /^\s*[[{]/.test(text))

/**
 * The `result` of an answer; `docs/bitrix24/rest.md` §1.1. @param onTime is told its undecoded `time`
 * @throws {PortalError}
 */
export function readEnvelope(status: number, text: string, onTime?: (time: unknown) => void): unknown {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw isCutOff(status, text) ? errorOfPage(status, 'network', 'TRUNCATED') : errorOfPage(status)
  }
  // A handler may report an error with HTTP 200.
  const error = portalErrorOf(body, status)
  if (error) throw error
  const answer = phpMap(body)
  if (!('result' in answer)) throw errorOfPage(status)
  onTime?.(answer['time'])
  return answer['result']
}
