import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { ErrorNotice } from '~/dialog/ErrorNotice'
import { HelpLink } from '~/dialog/HelpLink'
import { placementTarget, wantedHeight } from '~/domain/portal/placement'
import type { PortalFrame } from '~/rest/client/frame'
import { PortalContext } from '~/queries/portal-context'
import { Button } from '~/ui/Button'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'
import type { Connection, OpenFrame } from './connection.ts'
import { openFrame } from './frame-connection.ts'
import { portalClient } from './portal-client.ts'
import { PortalLinks } from './PortalLinks.tsx'
import { Opening } from '../Opening.tsx'
import { Shell } from '../Shell.tsx'
import styles from '../NoDialog.module.css'
import { forgetInstallationPath, isInstallationPath } from '../location/installation-path.ts'
import { pathOnHost } from '../location/location-codec.ts'
import { useAppLocation } from '../location/useAppLocation.ts'
import { usePlacementTarget, type CrmState } from '../location/usePlacementTarget.ts'

const Installation = lazyPart(() => import('~/features/installation/Installation').then((module) => module.Installation))

interface FrameGateProps {
  readonly connection: Connection & { readonly kind: 'frame' }
  readonly settings: ReactNode
}

/** The handshake with the portal's window, and then the app. */
export function FrameGate({ connection, settings }: FrameGateProps) {
  const { frame } = connection
  const started = useRef<Promise<OpenFrame> | null>(connection.opening)
  const handshake = useQuery({
    queryKey: ['handshake', frame.origin],
    queryFn: () => {
      const opening = started.current ?? openFrame(frame)
      started.current = null
      return opening
    },
    staleTime: 'static',
    gcTime: Infinity,
  })
  if (handshake.error) {
    return (
      <main className={styles.state}>
        <ErrorNotice error={handshake.error} onRetry={() => void handshake.refetch()} />
      </main>
    )
  }
  return handshake.data ? (
    <FrameShell frame={frame} open={handshake.data} settings={settings} />
  ) : (
    <main className={styles.opening} aria-busy>
      <Opening />
    </main>
  )
}

interface FrameShellProps {
  readonly frame: PortalFrame
  readonly open: OpenFrame
  readonly settings: ReactNode
}

function FrameShell({ frame, open: { init, transport, first }, settings }: FrameShellProps) {
  const client = portalClient(frame.origin, transport)
  const target = useMemo(() => placementTarget(init.placement, init.options), [init])
  // Only the app's own page has a title that the app may set.
  const named = useMemo(() => (init.placement === 'DEFAULT' ? frame : { ...frame, setTitle: () => {} }), [frame, init.placement])
  const navigation = useAppLocation()
  const crm = usePlacementTarget(client, target, navigation)
  const [isInstalling, setInstalling] = useState(() => init.isInstalling || isInstallationPath())
  useEffect(() => {
    const height = wantedHeight(init.placement, window.innerHeight)
    if (height !== null) frame.resize(height)
  }, [frame, init.placement])
  if (isInstalling) {
    return (
      <PortalContext value={client}>
        <PartBoundary waiting={<Opening />}>
          <Installation
            handler={`${location.origin}${pathOnHost(location.pathname)}`}
            isAdmin={init.isAdmin}
            onFinish={init.isInstalling ? () => frame.finishInstallation() : null}
            onLeave={() => {
              forgetInstallationPath()
              setInstalling(false)
            }}
          />
        </PartBoundary>
      </PortalContext>
    )
  }
  return (
    <PortalLinks frame={frame}>
      <Shell
        client={client}
        frame={named}
        first={first}
        navigation={navigation}
        nothing={crm === null ? undefined : <CrmNotice state={crm} />}
        settings={
          <>
            {init.isAdmin && <InstallationLink onOpen={() => setInstalling(true)} />}
            {settings}
          </>
        }
      />
    </PortalLinks>
  )
}

/** The way to the places of the app, for those who may change them. */
function InstallationLink({ onOpen }: { readonly onOpen: () => void }) {
  const t = useText()
  return (
    <Button look="link" onClick={onOpen}>
      {t('install.open')}
    </Button>
  )
}

function CrmNotice({ state }: { readonly state: NonNullable<CrmState> }) {
  const t = useText()
  if (state === 'loading') return null
  if (state === 'none' || state === 'nameless') {
    const told = state === 'none' ? 'shell.noCrmChat' : 'shell.noCrmItem'
    return (
      <Notice kind="info" actions={<HelpLink about={told} />}>
        {t(told)}
      </Notice>
    )
  }
  return <ErrorNotice error={state.error} onRetry={state.retry} />
}
