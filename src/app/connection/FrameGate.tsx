import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { lineEntityOf, placementTarget, wantedHeight } from '~/domain/portal/placement'
import type { PortalFrame } from '~/rest/client/frame'
import { PortalContext } from '~/queries/portal-context'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import type { FrameGateProps, OpenFrame } from './connection.ts'
import { openFrame } from './frame-connection.ts'
import { portalClient } from './portal-client.ts'
import { PortalLinks } from './PortalLinks.tsx'
import { CrmEntityContext } from '../crm-entity.ts'
import { Opening } from '../opening/Opening.tsx'
import { Shell } from '../Shell.tsx'
import styles from '../NoDialog.module.css'
import { forgetInstallationPath, isInstallationPath } from '../location/installation-path.ts'
import { pathOnHost } from '../location/location-codec.ts'
import { useAppLocation } from '../location/useAppLocation.ts'
import { usePlacementTarget } from '../location/usePlacementTarget.ts'

const Installation = lazyPart(() => import('~/features/installation/Installation').then((module) => module.Installation))
// The first messages wait for none of these.
const FrameFailure = lazyPart(() => import('./FrameNotices.tsx').then((module) => module.FrameFailure))
const LookUpNotice = lazyPart(() => import('./FrameNotices.tsx').then((module) => module.LookUpNotice))
const InstallationLink = lazyPart(() => import('./FrameNotices.tsx').then((module) => module.InstallationLink))

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
      <PartBoundary waiting={<Opening />}>
        <FrameFailure error={handshake.error} onRetry={() => void handshake.refetch()} />
      </PartBoundary>
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
  const entity = useMemo(() => lineEntityOf(target), [target])
  const lookUp = usePlacementTarget(client, target, navigation)
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
    <PortalLinks frame={frame} hasMessenger={!init.placement.startsWith('IMMOBILE_')}>
      <CrmEntityContext value={entity}>
        <Shell
          client={client}
          frame={named}
          first={first}
          navigation={navigation}
          nothing={lookUp === null ? undefined : <LookUpNotice state={lookUp} entity={entity} />}
          settings={
            <>
              {init.isAdmin && (
                <PartBoundary quiet>
                  <InstallationLink onOpen={() => setInstalling(true)} />
                </PartBoundary>
              )}
              {settings}
            </>
          }
        />
      </CrmEntityContext>
    </PortalLinks>
  )
}
