import { isPortalError } from '~/domain/portal/portal-error'
import { singleFlight } from '~/lib/single-flight'
import type { PortalFrame } from './frame.ts'
import { formTransport, type Transport } from './transport.ts'

const STALE = new Set(['expired_token', 'invalid_token'])

/**
 * Calls with the access token of a frame. An expired token is renewed once for all calls that ran into it, and
 * each of them is repeated once; `docs/bitrix24/rest.md` §1.5. A portal that gives none has shown the reader an alert
 * (`docs/bitrix24/placement.md` §4.3), so it is not asked again by whatever comes next, but only once the reader does something.
 *
 * @param isReaderActing whether the reader has just pressed something
 */
export function frameTransport(frame: PortalFrame, firstToken: string, isReaderActing: () => boolean = () => false): Transport {
  let token = firstToken
  let refused: unknown = null
  const renew = singleFlight(async () => {
    if (refused !== null && !isReaderActing()) throw refused
    try {
      token = await frame.refreshToken()
      refused = null
    } catch (error) {
      refused = error
      throw error
    }
  })
  const attempt: Transport = (...call) => formTransport(`${frame.origin}/rest/`, token)(...call)

  return async (method, params, signal, onTime) => {
    if (token === '') await renew()
    const used = token
    try {
      return await attempt(method, params, signal, onTime)
    } catch (error) {
      if (!isPortalError(error) || !STALE.has(error.detail)) throw error
      if (token === used) await renew()
      return attempt(method, params, signal, onTime)
    }
  }
}
