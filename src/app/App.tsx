import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Webhook } from '~/domain/webhook'
import { checkAccess } from '~/rest/check'
import { ConnectScreen } from '~/features/connect/ConnectScreen'
import { DisplaySettings, type Display } from '~/features/settings/DisplaySettings'
import { AppBoundary } from './AppBoundary.tsx'
import { applyDisplay, storeDisplay } from './display-store.ts'
import { FrameGate } from './FrameGate.tsx'
import { webhookClient, type Connection } from './session.ts'
import { Shell } from './Shell.tsx'
import { forgetWebhook, storeWebhook } from './webhook-store.ts'

interface AppProps {
  readonly queryClient: QueryClient
  readonly connection: Connection
  /** The demo portal configured at start, if any. */
  readonly demo: Webhook | null
  readonly display: Display
}

export function App({ queryClient, connection: first, demo, display: firstDisplay }: AppProps) {
  const [display, setDisplay] = useState(firstDisplay)
  const settings = (
    <DisplaySettings
      display={display}
      onChange={(changed) => {
        setDisplay(changed)
        applyDisplay(changed)
        storeDisplay(changed)
      }}
    />
  )
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
          <WebhookShell key={connection.webhook.url} webhook={connection.webhook} settings={settings} onDisconnect={disconnect} />
        )}
        {connection.kind === 'frame' && <FrameGate frame={connection.frame} settings={settings} />}
      </QueryClientProvider>
    </AppBoundary>
  )
}

interface WebhookShellProps {
  readonly webhook: Webhook
  readonly settings: ReactNode
  readonly onDisconnect: () => void
}

function WebhookShell({ webhook, settings, onDisconnect }: WebhookShellProps) {
  const [client] = useState(() => webhookClient(webhook))
  return <Shell client={client} frame={null} settings={settings} onDisconnect={onDisconnect} />
}
