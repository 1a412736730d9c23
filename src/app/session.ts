import type { Webhook } from '~/domain/webhook'
import { createPortalFrame, parseFrameName, type FrameInit, type PortalFrame } from '~/rest/frame'
import { frameTransport } from '~/rest/frame-transport'
import { createRestClient } from '~/rest/rest-client'
import type { RestClient } from '~/rest/client'
import { webhookTransport } from '~/rest/transport'

/** How the app reaches its portal. */
export type Connection =
  /** Not at all yet; `reason` is the id of a sentence that says why, if there is one. */
  | { readonly kind: 'none'; readonly reason: string | null }
  | { readonly kind: 'webhook'; readonly webhook: Webhook }
  | { readonly kind: 'frame'; readonly frame: PortalFrame }

export const webhookClient = (webhook: Webhook): RestClient => createRestClient(webhook.origin, webhookTransport(webhook.url))

export const frameClient = (frame: PortalFrame, init: FrameInit): RestClient =>
  createRestClient(frame.origin, frameTransport(frame, init.accessToken))

/** The portal's window around us; null when there is none. */
export function findPortalFrame(): PortalFrame | null {
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
