import { PortalError } from '~/domain/portal/portal-error'
import type { RestParams } from './client.ts'
import { readEnvelope } from './envelope.ts'
import { formBody } from './form-body.ts'

/** One attempt at one method. @throws {PortalError}, or the signal's reason when aborted */
export type Transport = (method: string, params: RestParams, signal: AbortSignal) => Promise<unknown>

const TIMEOUT_MS = 30_000

/**
 * Posts a form, which is a simple request: no preflight, one round trip (`docs/bitrix24/rest.md` §1). The address may
 * hold a secret, so no error contains any of it.
 */
export async function postForm(address: string, params: RestParams, signal: AbortSignal): Promise<unknown> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  let status: number
  let text: string
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams(formBody(params)),
      signal: AbortSignal.any([signal, timeout]),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
    status = response.status
    text = await response.text()
  } catch {
    signal.throwIfAborted()
    throw timeout.aborted
      ? new PortalError('network', 'The portal did not answer within 30 seconds.', { detail: 'TIMEOUT' })
      : new PortalError('network', 'The portal could not be reached.', { detail: 'NETWORK' })
  }
  return readEnvelope(status, text)
}

/** Calls by an incoming webhook: `https://portal/rest/1/secret/`. */
export const webhookTransport =
  (webhookUrl: string): Transport =>
  (method, params, signal) =>
    postForm(webhookUrl + method, params, signal)

/** The bytes behind a link that needs no other authorisation; the link appears in no error. @throws {PortalError} */
export async function downloadFile(url: string, signal: AbortSignal): Promise<Blob> {
  try {
    const response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' })
    if (response.ok) return await response.blob()
  } catch {
    signal.throwIfAborted()
  }
  throw new PortalError('rejected', 'The file could not be loaded.', { detail: 'FILE' })
}
