import { PortalError } from '~/domain/portal/portal-error'
import type { RestParams } from './client.ts'
import { readEnvelope } from './envelope.ts'
import { formBody } from './form-body.ts'

/** Is told the undecoded `time` of an answer; `docs/bitrix24/rest.md` §1.1. */
export type OnTime = (time: unknown) => void

/** One attempt at one method. @throws {PortalError}, or the signal's reason when aborted */
export type Transport = (method: string, params: RestParams, signal: AbortSignal, onTime?: OnTime) => Promise<unknown>

const TIMEOUT_MS = 30_000

/**
 * Posts a form, which is a simple request: no preflight, one round trip (`docs/bitrix24/rest.md` §1). The address may
 * hold a secret, so no error contains any of it, and no other address that the portal may name gets the form.
 */
export async function postForm(address: string, params: RestParams, signal: AbortSignal, onTime?: OnTime): Promise<unknown> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  let response: Response
  let text: string
  try {
    response = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams(formBody(params)),
      signal: AbortSignal.any([signal, timeout]),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
    })
    text = await response.text()
  } catch {
    signal.throwIfAborted()
    throw timeout.aborted
      ? new PortalError('network', 'The portal did not answer within 30 seconds.', { detail: 'TIMEOUT' })
      : new PortalError('network', 'The portal could not be reached.', { detail: 'NETWORK' })
  }
  if (response.type === 'opaqueredirect') throw new PortalError('contract', 'The portal leads to another address.', { detail: 'REDIRECT' })
  return readEnvelope(response.status, text, onTime)
}

/** Calls by an incoming webhook: `https://portal/rest/1/secret/`. */
export const webhookTransport =
  (webhookUrl: string): Transport =>
  (method, params, signal, onTime) =>
    postForm(webhookUrl + method, params, signal, onTime)
