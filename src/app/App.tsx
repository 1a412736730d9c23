import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import type { Webhook } from '~/domain/portal/webhook'
import { createQueryClient } from '~/queries/query-client'
import { Clock, type KnownOffset } from '~/lib/clock'
import { ClockContext } from '~/ui/clock'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { AppBoundary } from './AppBoundary.tsx'
import { DisplayContext, type Display } from '~/dialog/display'
import { applyDisplay, storeDisplay } from './display-store.ts'
import { connectWebhook, type Connection } from './connection/connection.ts'
import { portalClient } from './connection/portal-client.ts'
import { Shell } from './Shell.tsx'
import { useAppLocation } from './location/useAppLocation.ts'
import { forgetWebhook } from './connection/webhook-store.ts'

const WebhookGate = lazyPart(() => import('./connection/WebhookGate.tsx').then((module) => module.WebhookGate))
const FrameGate = lazyPart(() => import('./connection/FrameGate.tsx').then((module) => module.FrameGate))
const DisplaySettings = lazyPart(() => import('~/features/settings/DisplaySettings').then((module) => module.DisplaySettings))

interface AppProps {
  readonly queryClient: QueryClient
  readonly connection: Connection
  /** The demo portal configured at start, if any. */
  readonly demo: Webhook | null
  readonly display: Display
}

export function App({ queryClient: firstCache, connection: first, demo, display: firstDisplay }: AppProps) {
  const [display, setDisplay] = useState(firstDisplay)
  const [portalOffset] = useState<KnownOffset>({ minutes: null })
  const clock = useMemo(() => new Clock(display.clock, portalOffset), [display.clock, portalOffset])
  const settings = (
    <PartBoundary>
      <DisplaySettings
        display={display}
        onChange={(changed) => {
          setDisplay(changed)
          applyDisplay(changed)
          storeDisplay(changed)
        }}
      />
    </PartBoundary>
  )
  const [connection, setConnection] = useState(first)
  const [queryClient, setQueryClient] = useState(firstCache)
  const disconnect = () => {
    forgetWebhook()
    // Nothing goes out any more, whatever still wants to; and what comes late is put into a cache that nobody reads.
    if (connection.kind === 'webhook') portalClient(connection.webhook.origin, connection.transport).close()
    queryClient.clear()
    setQueryClient(createQueryClient())
    setConnection({ kind: 'none', noDemo: false })
  }
  return (
    <AppBoundary>
      <QueryClientProvider client={queryClient}>
        <DisplayContext value={display}>
          <ClockContext value={clock}>
            {connection.kind === 'none' && (
              <PartBoundary>
                <WebhookGate noDemo={connection.noDemo} demo={demo} onConnect={(webhook) => setConnection(connectWebhook(webhook))} />
              </PartBoundary>
            )}
            {connection.kind === 'webhook' && (
              <WebhookShell key={connection.webhook.url} connection={connection} settings={settings} onDisconnect={disconnect} />
            )}
            {connection.kind === 'frame' && (
              <PartBoundary>
                <FrameGate connection={connection} settings={settings} />
              </PartBoundary>
            )}
          </ClockContext>
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
      first={connection.first}
      navigation={useAppLocation()}
      settings={settings}
      onDisconnect={onDisconnect}
    />
  )
}
