import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Webhook } from '~/domain/webhook'
import { Loaded } from '~/ui/deferred/Loaded'
import { Part } from '~/ui/deferred/part'
import { AppBoundary } from './AppBoundary.tsx'
import { DisplayContext, type Display } from '~/dialog/display'
import { applyDisplay, storeDisplay } from './display-store.ts'
import { connectWebhook, type Connection } from './connection.ts'
import { portalClient } from './portal-client.ts'
import { Shell } from './Shell.tsx'
import { useAppLocation } from './useAppLocation.ts'
import { forgetWebhook } from './webhook-store.ts'

const connectPart = new Part(() => import('./WebhookGate.tsx'))
const settingsPart = new Part(() => import('~/features/settings/DisplaySettings'))
const framePart = new Part(() => import('./FrameGate.tsx'))

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
    <Loaded part={settingsPart}>
      {({ DisplaySettings }) => (
        <DisplaySettings
          display={display}
          onChange={(changed) => {
            setDisplay(changed)
            applyDisplay(changed)
            storeDisplay(changed)
          }}
        />
      )}
    </Loaded>
  )
  const [connection, setConnection] = useState(first)
  const disconnect = () => {
    forgetWebhook()
    queryClient.clear()
    setConnection({ kind: 'none', noDemo: false })
  }
  return (
    <AppBoundary>
      <QueryClientProvider client={queryClient}>
        <DisplayContext value={display}>
          {connection.kind === 'none' && (
            <Loaded part={connectPart}>
              {({ WebhookGate }) => (
                <WebhookGate noDemo={connection.noDemo} demo={demo} onConnect={(webhook) => setConnection(connectWebhook(webhook))} />
              )}
            </Loaded>
          )}
          {connection.kind === 'webhook' && (
            <WebhookShell key={connection.webhook.url} connection={connection} settings={settings} onDisconnect={disconnect} />
          )}
          {connection.kind === 'frame' && (
            <Loaded part={framePart}>{({ FrameGate }) => <FrameGate connection={connection} settings={settings} />}</Loaded>
          )}
        </DisplayContext>
      </QueryClientProvider>
    </AppBoundary>
  )
}

interface WebhookShellProps {
  readonly connection: Connection & { readonly kind: 'webhook' }
  readonly settings: ReactNode
  readonly onDisconnect: () => void
}

function WebhookShell({ connection, settings, onDisconnect }: WebhookShellProps) {
  return (
    <Shell
      client={portalClient(connection.webhook.origin, connection.transport)}
      frame={null}
      navigation={useAppLocation()}
      settings={settings}
      onDisconnect={onDisconnect}
    />
  )
}
