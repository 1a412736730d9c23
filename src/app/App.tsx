import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useMemo, useState, type ComponentType, type ReactNode } from 'react'
import type { Webhook } from '~/domain/portal/webhook'
import { Clock, type KnownOffset } from '~/lib/time/clock'
import { ClockContext } from '~/ui/clock'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { AppBoundary } from './AppBoundary.tsx'
import { DisplayContext, type Display } from '~/dialog/state/display'
import { applyDisplay, storeDisplay } from './display-store.ts'
import type { Link } from './connection/change-connection.ts'
import type { Connection, FrameGateProps } from './connection/connection.ts'
import { portalClient } from './connection/portal-client.ts'
import { Shell } from './Shell.tsx'
import { useAppLocation } from './location/useAppLocation.ts'

const WebhookGate = lazyPart(() => import('./connection/WebhookGate.tsx').then((module) => module.WebhookGate))
const DisplaySettings = lazyPart(() => import('~/features/settings/DisplaySettings').then((module) => module.DisplaySettings))

interface AppProps {
  readonly queryClient: QueryClient
  readonly connection: Connection
  /** The demo portal configured at start, if any. */
  readonly demo: Webhook | null
  readonly display: Display
  /** What shows a connection through a portal's window, where that is how the page is connected. */
  readonly FrameGate?: ComponentType<FrameGateProps> | undefined
}

export function App({ queryClient: firstCache, connection: first, demo, display: firstDisplay, FrameGate }: AppProps) {
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
  const [linked, change] = useState({ connection: first, queryClient: firstCache })
  const { connection, queryClient } = linked
  const link: Link = { ...linked, change }
  return (
    <AppBoundary>
      <QueryClientProvider client={queryClient}>
        <DisplayContext value={display}>
          <ClockContext value={clock}>
            {connection.kind === 'none' && (
              <PartBoundary>
                <WebhookGate connection={connection} demo={demo} link={link} />
              </PartBoundary>
            )}
            {connection.kind === 'webhook' && (
              <WebhookShell key={connection.webhook.url} connection={connection} settings={settings} link={link} />
            )}
            {connection.kind === 'frame' && FrameGate && <FrameGate connection={connection} settings={settings} />}
          </ClockContext>
        </DisplayContext>
      </QueryClientProvider>
    </AppBoundary>
  )
}

interface WebhookShellProps {
  readonly connection: Connection & { readonly kind: 'webhook' }
  readonly settings: ReactNode
  readonly link: Link
}

function WebhookShell({ connection, settings, link }: WebhookShellProps) {
  return (
    <Shell
      client={portalClient(connection.webhook.origin, connection.transport)}
      frame={null}
      first={connection.first}
      navigation={useAppLocation()}
      settings={settings}
      link={link}
    />
  )
}
