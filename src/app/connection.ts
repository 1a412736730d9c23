import { placementTarget } from '~/domain/placement'
import { parseWebhook, type Webhook } from '~/domain/webhook'
import { sendEarly, withEarly } from '~/rest/early-request'
import { createPortalFrame, parseFrameName, type FrameInit, type PortalFrame } from '~/rest/frame'
import { frameTransport } from '~/rest/frame-transport'
import { webhookTransport, type Transport } from '~/rest/transport'
import { windowRequest } from '~/rest/window-request'
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
  /** Not at all yet; `reason` is the id of a sentence that says why, if there is one. */
  | { readonly kind: 'none'; readonly reason: string | null }
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

/** The handshake, and behind it the request for what the placement points to. @throws {PortalError} */
export async function openFrame(frame: PortalFrame): Promise<OpenFrame> {
  const init = await frame.init()
  const target = placementTarget(init.placement, init.options)
  return { init, transport: withFirstWindow(frameTransport(frame, init.accessToken), target.kind === 'dialog' ? target : null) }
}

/** A transport on which the request for the messages that will be shown first is on its way already. */
function withFirstWindow(transport: Transport, target: Destination | null): Transport {
  const location = parseLocation(window.location.search)
  const { dialogId, messageId = null } = location.dialogId === null && target ? target : location
  if (dialogId === null) return transport
  return withEarly(transport, sendEarly(transport, windowRequest(dialogId, firstStart(presentPlace(messageId)))))
}

/** What the page was opened with; whatever has to be asked of the portal first is asked here. */
export function chooseConnection(query: URLSearchParams, demo: Webhook | null): Connection {
  const frame = findPortalFrame()
  if (frame) {
    const opening = openFrame(frame)
    // Its failure is shown by whoever waits for it.
    opening.catch(() => {})
    return { kind: 'frame', frame, opening }
  }
  if (query.has('demo')) return demo ? connectWebhook(demo) : { kind: 'none', reason: 'connect.noDemo' }
  const stored = readWebhook(readStoredWebhook())
  return stored ? connectWebhook(stored) : { kind: 'none', reason: null }
}

/** The portal's window around us; null when there is none. */
function findPortalFrame(): PortalFrame | null {
  if (window.parent === window) return null
  const name = parseFrameName(window.name, window.location.search)
  if (!name) return null
  return createPortalFrame(name, {
    postToParent: (message, targetOrigin) => window.parent.postMessage(message, targetOrigin),
    onMessage: (listener) => {
      const onMessage = (event: MessageEvent) => {
        if (event.source === window.parent) listener(event.data, event.origin)
      }
      window.addEventListener('message', onMessage)
      return () => window.removeEventListener('message', onMessage)
    },
  })
}
