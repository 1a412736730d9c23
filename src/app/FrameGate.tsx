import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { explainError } from '~/domain/explain-error'
import { placementTarget } from '~/domain/placement'
import type { FrameInit, PortalFrame } from '~/rest/frame'
import { useText } from '~/ui/i18n'
import { FailureNotice } from '~/ui/Notice'
import { frameClient } from './session.ts'
import { Shell } from './Shell.tsx'
import styles from './Shell.module.css'

/** The handshake with the portal's window, and then the app. */
export function FrameGate({ frame, settings }: { readonly frame: PortalFrame; readonly settings: ReactNode }) {
  const t = useText()
  const handshake = useQuery({ queryKey: ['handshake', frame.origin], queryFn: () => frame.init(), staleTime: 'static', gcTime: Infinity })
  if (handshake.error) {
    return (
      <main className={styles.state}>
        <FailureNotice onRetry={() => void handshake.refetch()}>{t(explainError(handshake.error))}</FailureNotice>
      </main>
    )
  }
  return handshake.data ? (
    <FrameShell frame={frame} init={handshake.data} settings={settings} />
  ) : (
    <main className={styles.state} aria-busy />
  )
}

interface FrameShellProps {
  readonly frame: PortalFrame
  readonly init: FrameInit
  readonly settings: ReactNode
}

function FrameShell({ frame, init, settings }: FrameShellProps) {
  const client = useMemo(() => frameClient(frame, init), [frame, init])
  const target = useMemo(() => placementTarget(init.placement, init.options), [init])
  return <Shell client={client} frame={frame} target={target} ownPage={init.placement === 'DEFAULT'} settings={settings} />
}
