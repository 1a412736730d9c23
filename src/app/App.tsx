import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Webhook } from '~/domain/webhook'
import { checkAccess } from '~/rest/check'
import { ConnectScreen } from '~/features/connect/ConnectScreen'
import { AppBoundary } from './AppBoundary.tsx'
import { FrameGate } from './FrameGate.tsx'
import { webhookClient, type Connection } from './session.ts'
import { Shell } from './Shell.tsx'
import { forgetWebhook, storeWebhook } from './webhook-store.ts'

interface AppProps {
  readonly queryClient: QueryClient
  readonly connection: Connection
  /** The demo portal configured at start, if any. */
  readonly demo: Webhook | null
}

export function App({ queryClient, connection: first, demo }: AppProps) {
  const [connection, setConnection] = useState(first)
  const disconnect = () => {
    forgetWebhook()
    queryClient.clear()
    setConnection({ kind: 'none', reason: null })
  }
  return (
    <AppBoundary>
      <QueryClientProvider client={queryClient}>
        {connection.kind === 'none' && (
          <ConnectScreen
            reason={connection.reason}
            check={(webhook) => checkAccess(webhookClient(webhook))}
            onConnect={(webhook, remember) => {
              storeWebhook(webhook.url, remember)
              setConnection({ kind: 'webhook', webhook })
            }}
            onDemo={demo && (() => setConnection({ kind: 'webhook', webhook: demo }))}
          />
        )}
        {connection.kind === 'webhook' && (
          <WebhookShell key={connection.webhook.url} webhook={connection.webhook} onDisconnect={disconnect} />
        )}
        {connection.kind === 'frame' && <FrameGate frame={connection.frame} />}
      </QueryClientProvider>
    </AppBoundary>
  )
}

function WebhookShell({ webhook, onDisconnect }: { readonly webhook: Webhook; readonly onDisconnect: () => void }) {
  const [client] = useState(() => webhookClient(webhook))
  return <Shell client={client} frame={null} onDisconnect={onDisconnect} />
}
