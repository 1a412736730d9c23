import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { explainError } from '~/domain/explain-error'
import { placementTarget } from '~/domain/placement'
import type { FrameInit, PortalFrame } from '~/rest/frame'
import { Button } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'
import { frameClient } from './session.ts'
import { Shell } from './Shell.tsx'
import styles from './Shell.module.css'

/** The handshake with the portal's window, and then the app. */
export function FrameGate({ frame }: { readonly frame: PortalFrame }) {
  const t = useText()
  const handshake = useQuery({ queryKey: ['handshake', frame.origin], queryFn: () => frame.init(), staleTime: 'static', gcTime: Infinity })
  if (handshake.error) {
    return (
      <main className={styles.state}>
        <Notice
          kind="danger"
          actions={
            <Button look="link" onClick={() => void handshake.refetch()}>
              {t('retry')}
            </Button>
          }
        >
          {t(explainError(handshake.error))}
        </Notice>
      </main>
    )
  }
  return handshake.data ? <FrameShell frame={frame} init={handshake.data} /> : <main className={styles.state} aria-busy />
}

function FrameShell({ frame, init }: { readonly frame: PortalFrame; readonly init: FrameInit }) {
  const client = useMemo(() => frameClient(frame, init), [frame, init])
  const target = useMemo(() => placementTarget(init.placement, init.options), [init])
  return <Shell client={client} frame={frame} target={target} ownPage={init.placement === 'DEFAULT'} />
}
