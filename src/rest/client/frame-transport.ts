import { isPortalError } from '~/domain/portal/portal-error'
import { singleFlight } from '~/lib/single-flight'
import type { PortalFrame } from './frame.ts'
import { postForm, type Transport } from './transport.ts'

const STALE = new Set(['expired_token', 'invalid_token'])

/**
 * Calls with the access token of a frame. An expired token is renewed once for all calls that ran into it, and
 * each of them is repeated once; `docs/bitrix24/rest.md` §1.5.
 */
export function frameTransport(frame: PortalFrame, firstToken: string): Transport {
  let token = firstToken
  const renew = singleFlight(async () => {
    token = await frame.refreshToken()
  })
  const attempt = (method: string, params: Parameters<Transport>[1], signal: AbortSignal) =>
    postForm(`${frame.origin}/rest/${method}`, { ...params, auth: token }, signal)

  return async (method, params, signal) => {
    if (token === '') await renew()
    const used = token
    try {
      return await attempt(method, params, signal)
    } catch (error) {
      if (!isPortalError(error) || !STALE.has(error.detail)) throw error
      if (token === used) await renew()
      return attempt(method, params, signal)
    }
  }
}
