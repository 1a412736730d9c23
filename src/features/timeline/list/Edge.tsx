import { useText } from '~/ui/i18n'
import { FailureNotice } from '~/ui/Notice'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import styles from './Edge.module.css'
import { EDGE_END, EDGE_START } from '../scroll/list-view.ts'
import type { EdgeState } from '~/dialog/useHistoryWindow'

const beginningPart = new DeferredModule(() => import('./Beginning.tsx'))

interface EdgeStartProps {
  readonly state: EdgeState
  readonly empty: boolean
  readonly onRetry: () => void
}

/** The oldest end: the beginning of the chat, or why it is not loaded. Its height never changes. */
export function EdgeStart({ state, empty, onRetry }: EdgeStartProps) {
  const t = useText()
  return (
    <div className={styles.start} style={{ height: EDGE_START }} data-edge={state === 'end' ? 'oldest' : undefined}>
      {state === 'end' && <Deferred part={beginningPart}>{({ Beginning }) => <Beginning empty={empty} />}</Deferred>}
      {state === 'loading' && <Loading />}
      {state === 'failed' && <FailureNotice onRetry={onRetry}>{t('edge.olderFailed')}</FailureNotice>}
    </div>
  )
}

interface EdgeEndProps {
  /** `stale`: the end is loaded, but polling for new messages has failed. */
  readonly state: EdgeState | 'stale'
  readonly onRetry: () => void
}

/** The newest end. */
export function EdgeEnd({ state, onRetry }: EdgeEndProps) {
  const t = useText()
  return (
    <div className={styles.end} style={{ height: EDGE_END }} data-edge={state === 'end' || state === 'stale' ? 'newest' : undefined}>
      {state === 'loading' && <Loading />}
      {(state === 'failed' || state === 'stale') && (
        <FailureNotice onRetry={onRetry}>{t(state === 'stale' ? 'edge.arrivalsFailed' : 'edge.newerFailed')}</FailureNotice>
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
