import type { Webhook } from '~/domain/portal/webhook'
import { ConnectScreen } from '~/features/connect/ConnectScreen'
import { checkAccess } from '~/rest/client/check'
import { createRestClient } from '~/rest/client/rest-client'
import { webhookTransport } from '~/rest/client/transport'
import { storeWebhook } from './webhook-store.ts'

interface WebhookGateProps {
  /** The address asked for the demo portal, and none is configured. */
  readonly noDemo: boolean
  /** The demo portal configured at start, if any. */
  readonly demo: Webhook | null
  readonly onConnect: (webhook: Webhook) => void
}

/** Asks for a webhook, tries it, and keeps it for as long as the reader wants. */
export function WebhookGate({ noDemo, demo, onConnect }: WebhookGateProps) {
  return (
    <ConnectScreen
      noDemo={noDemo}
      check={(webhook) => checkAccess(createRestClient(webhook.origin, webhookTransport(webhook.url)))}
      onConnect={(webhook, remember) => {
        storeWebhook(webhook.url, remember)
        onConnect(webhook)
      }}
      onDemo={demo && (() => onConnect(demo))}
    />
  )
}
