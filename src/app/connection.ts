import { parseWebhook, type Webhook } from '~/domain/webhook'
import { sendEarly, withEarly } from '~/rest/client/early-request'
import type { FrameInit, PortalFrame } from '~/rest/client/frame'
import { webhookTransport, type Transport } from '~/rest/client/transport'
import { windowRequest } from '~/rest/methods/window-request'
import { firstStart, presentPlace } from './entry-state.ts'
import { parseLocation, type Destination } from './location-codec.ts'
import { readStoredWebhook } from './webhook-store.ts'

/** A portal's frame whose handshake is done. */
export interface OpenFrame {
  readonly init: FrameInit
  readonly transport: Transport
}

/** How the app reaches its portal. */
export type Connection =
  /** Not at all yet; `noDemo`: the demo portal was asked for, and there is none. */
  | { readonly kind: 'none'; readonly noDemo: boolean }
  | { readonly kind: 'webhook'; readonly webhook: Webhook; readonly transport: Transport }
  | { readonly kind: 'frame'; readonly frame: PortalFrame; readonly opening: Promise<OpenFrame> }

export const readWebhook = (text: string | null | undefined): Webhook | null => {
  const webhook = parseWebhook(text ?? '')
  return typeof webhook === 'string' ? null : webhook
}

export const connectWebhook = (webhook: Webhook): Connection & { readonly kind: 'webhook' } => ({
  kind: 'webhook',
  webhook,
  transport: withFirstWindow(webhookTransport(webhook.url), null),
})

/** A transport on which the request for the messages that will be shown first is on its way already. */
export function withFirstWindow(transport: Transport, target: Destination | null): Transport {
  const location = parseLocation(window.location.search)
  const { dialogId, messageId = null } = location.dialogId === null && target ? target : location
  if (dialogId === null) return transport
  return withEarly(transport, sendEarly(transport, windowRequest(dialogId, firstStart(presentPlace(messageId)))))
}

/** How a page that stands alone was opened. */
export function chooseConnection(query: URLSearchParams, demo: Webhook | null): Connection {
  if (query.has('demo')) return demo ? connectWebhook(demo) : { kind: 'none', noDemo: true }
  const stored = readWebhook(readStoredWebhook())
  return stored ? connectWebhook(stored) : { kind: 'none', noDemo: false }
}
