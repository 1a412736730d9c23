import type { QueryClient } from '@tanstack/react-query'
import type { Webhook } from '~/domain/portal/webhook'
import { createQueryClient } from '~/queries/query-client'
import { connectWebhook, type Connection } from './connection.ts'
import { forgetPlaces } from '../location/LeftPlaces.ts'
import { portalClient } from './portal-client.ts'
import { forgetWebhook } from './webhook-store.ts'

/** What the page is connected by, and what was read by it. */
interface Linked {
  readonly connection: Connection
  readonly queryClient: QueryClient
}

export interface Link extends Linked {
  /** Replaces both; what was read stays the same where it may still be shown. */
  readonly change: (linked: Linked) => void
}

/** Nothing goes out any more, whatever still wants to. */
function close({ connection }: Link): void {
  if (connection.kind === 'webhook') portalClient(connection.webhook.origin, connection.transport).close()
}

/** What comes late is put into a cache that nobody reads. */
function forgetWhatWasRead({ queryClient }: Link): QueryClient {
  queryClient.clear()
  return createQueryClient()
}

export function disconnect(link: Link): void {
  forgetWebhook()
  if (link.connection.kind === 'webhook') forgetPlaces(link.connection.webhook.origin)
  close(link)
  link.change({ connection: { kind: 'none', noDemo: false }, queryClient: forgetWhatWasRead(link) })
}

/** Asks for another webhook in place of one whose access has ended. */
export function askForAnother(link: Link): void {
  close(link)
  const { connection: left, queryClient } = link
  const connection: Connection = { kind: 'none', noDemo: false, ...(left.kind === 'webhook' && { ended: left.webhook }) }
  link.change({ connection, queryClient })
}

/** Connects; what was read by a webhook that has ended is shown again only to its own user. */
export function connectTo(link: Link, webhook: Webhook): void {
  const ended = link.connection.kind === 'none' ? link.connection.ended : undefined
  const isSameReader = ended?.origin === webhook.origin && ended.userId === webhook.userId
  link.change({ connection: connectWebhook(webhook), queryClient: isSameReader ? link.queryClient : forgetWhatWasRead(link) })
}
