import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import type { EdgeState } from '~/dialog/useHistoryWindow'
import type { PortalError } from '~/domain/portal/portal-error'
import styles from './Edge.module.css'
import { EDGE_END, EDGE_START } from '../scroll/list-view.ts'

/** Loaded before it is needed: where the portal is not reached, the app's own files may not be either. */
export const edgePart = new DeferredModule(() => import('./edge-notes.ts'))

interface EdgeProps {
  /** Why it has failed, where it has. */
  readonly error: PortalError | null
  readonly onRetry: () => void
}

interface EdgeStartProps extends EdgeProps {
  readonly state: EdgeState
  readonly empty: boolean
}

/** The oldest end: the beginning of the chat, or why it is not loaded. Its height never changes. */
export function EdgeStart({ state, empty, error, onRetry }: EdgeStartProps) {
  return (
    <div className={styles.start} style={{ height: EDGE_START }} data-edge={state === 'end' ? 'oldest' : undefined}>
      {state === 'end' && <Deferred part={edgePart}>{({ Beginning }) => <Beginning empty={empty} />}</Deferred>}
      {state === 'loading' && <Loading />}
      {state === 'failed' && (
        <Deferred part={edgePart}>{({ EdgeFailure }) => <EdgeFailure missing="older" error={error} onRetry={onRetry} />}</Deferred>
      )}
    </div>
  )
}

interface EdgeEndProps extends EdgeProps {
  /** `stale`: the end is loaded, but polling for new messages has failed. */
  readonly state: EdgeState | 'stale'
}

/** The newest end. */
export function EdgeEnd({ state, error, onRetry }: EdgeEndProps) {
  return (
    <div className={styles.end} style={{ height: EDGE_END }} data-edge={state === 'end' || state === 'stale' ? 'newest' : undefined}>
      {state === 'loading' && <Loading />}
      {(state === 'failed' || state === 'stale') && (
        <Deferred part={edgePart}>
          {({ EdgeFailure }) => <EdgeFailure missing={state === 'stale' ? 'arrivals' : 'newer'} error={error} onRetry={onRetry} />}
        </Deferred>
      )}
    </div>
  )
}

function Loading() {
  return (
    <div className={styles.loading} aria-hidden>
      <i />
      <i />
      <i />
    </div>
  )
}
