import { PortalError } from '~/domain/portal/portal-error'
import type { RestParams } from './client.ts'
import { readEnvelope } from './envelope.ts'
import { formBody } from './form-body.ts'

/** Is told the undecoded `time` of an answer; `docs/bitrix24/rest.md` §1.1. */
export type OnTime = (time: unknown) => void

/** One attempt at one method. @throws {PortalError}, or the signal's reason when aborted */
export type Transport = (method: string, params: RestParams, signal: AbortSignal, onTime?: OnTime) => Promise<unknown>

const TIMEOUT_MS = 30_000

/** Under which name each attempt is noted in the browser's own timeline, of which `request-log.ts` makes a list. */
export const NOTED = 'request'

/** Of an attempt, for that list: nothing secret. */
export interface NotedRequest {
  readonly method: string
  readonly params: RestParams
  /** Undefined where nothing was answered. */
  readonly status: number | undefined
  readonly bytes: number
}

/**
 * Posts forms, which are simple requests: no preflight, one round trip (`docs/bitrix24/rest.md` §1). The address may
 * hold a secret, so no error and no note contains any of it, and no other address that the portal may name gets the form.
 *
 * @param base to which the method is added, as of an incoming webhook: `https://portal/rest/1/secret/` @param auth token of a frame
 */
export const formTransport =
  (base: string, auth?: string): Transport =>
  async (method, params, signal, onTime) => {
    const start = performance.now()
    const timeout = AbortSignal.timeout(TIMEOUT_MS)
    let response: Response | undefined
    let body = new ArrayBuffer(0)
    try {
      response = await fetch(base + method, {
        method: 'POST',
        body: formBody({ ...params, auth }),
        signal: AbortSignal.any([signal, timeout]),
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'manual',
      })
      body = await response.arrayBuffer()
    } catch {
      signal.throwIfAborted()
      throw new PortalError('network', 'The portal did not answer.', { detail: timeout.aborted ? 'TIMEOUT' : 'NETWORK' })
    } finally {
      const detail: NotedRequest = { method, params, status: response?.status, bytes: body.byteLength }
      performance.measure(NOTED, { start, detail })
    }
    if (response.type === 'opaqueredirect') throw new PortalError('contract', 'The portal redirects.', { detail: 'REDIRECT' })
    return readEnvelope(response.status, new TextDecoder().decode(body), onTime)
  }
