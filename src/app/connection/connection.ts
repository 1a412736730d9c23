import type { ComponentType, ReactNode } from 'react'
import { parseWebhook, type Webhook } from '~/domain/portal/webhook'
import { withEarly } from '~/rest/client/early-request'
import type { FrameInit, PortalFrame } from '~/rest/client/frame'
import { formTransport, type Transport } from '~/rest/client/transport'
import { windowRequest } from '~/rest/methods/history/window-request'
import { resolveDestination, type EntryDestination } from '~/domain/history/destination'
import type { DialogId } from '~/domain/ids'
import { opensLater, presentPlace } from '../location/entry-state.ts'
import { parseLocation, type Address } from '../location/location-codec.ts'
import { readStoredWebhook } from './webhook-store.ts'

/** What the page opens with: computed once, for the first request, for the prefetch and for what is drawn first. */
export interface FirstWindow {
  readonly dialogId: DialogId
  readonly destination: EntryDestination
}

/** A transport, and what it has already begun to load; null where the address names no dialog. */
export interface BegunTransport {
  readonly transport: Transport
  readonly first: FirstWindow | null
}

/** A frame in a portal, after its handshake. */
export interface OpenFrame extends BegunTransport {
  readonly init: FrameInit
}

/** How the app reaches its portal. */
export type Connection =
  /** Not at all yet; `noDemo`: the address asked for the demo portal, and none is configured. */
  | {
      readonly kind: 'none'
      readonly noDemo: boolean
      /** That whose access has ended, where another one is asked for in its place. */
      readonly ended?: Webhook | undefined
    }
  | ({ readonly kind: 'webhook'; readonly webhook: Webhook } & BegunTransport)
  | FrameConnection

interface FrameConnection {
  readonly kind: 'frame'
  readonly frame: PortalFrame
  readonly opening: Promise<OpenFrame>
  /** Loads beside the handshake: the first messages are shown by it. */
  readonly gate: Promise<{ readonly FrameGate: ComponentType<FrameGateProps> }>
}

export interface FrameGateProps {
  readonly connection: FrameConnection
  readonly settings: ReactNode
}

export const readWebhook = (text: string | null | undefined): Webhook | null => {
  const webhook = parseWebhook(text ?? '')
  return typeof webhook === 'string' ? null : webhook
}

export const connectWebhook = (webhook: Webhook): Connection & { readonly kind: 'webhook' } => ({
  kind: 'webhook',
  webhook,
  ...beginFirstWindow(formTransport(webhook.url), null),
})

/** Sends the request for the messages that will be shown first. @param target what the placement names, where the address names no dialog */
export function beginFirstWindow(transport: Transport, target: Address | null): BegunTransport {
  const location = parseLocation(window.location.search)
  const opened: Address = location.dialogId === null && target ? { day: target.messageId ? null : location.day, ...target } : location
  const { dialogId } = opened
  if (dialogId === null || opensLater(opened)) return { transport, first: null }
  const place = presentPlace(opened)
  const destination = { entry: place.entry, ...resolveDestination(place, null, () => null) }
  return { transport: withEarly(transport, windowRequest(dialogId, destination.start)), first: { dialogId, destination } }
}

/** How a page that stands alone was opened. */
export function chooseConnection(query: URLSearchParams, demo: Webhook | null): Connection {
  if (query.has('demo')) return demo ? connectWebhook(demo) : { kind: 'none', noDemo: true }
  const stored = readWebhook(readStoredWebhook())
  return stored ? connectWebhook(stored) : { kind: 'none', noDemo: false }
}
