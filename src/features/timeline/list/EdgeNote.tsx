import { ErrorNotice } from '~/dialog/ErrorNotice'
import type { EdgeState } from '~/dialog/useHistoryWindow'
import type { PortalError } from '~/domain/portal/portal-error'
import { useText } from '~/ui/i18n'
import { Beginning } from './Beginning.tsx'
import styles from './EdgeNote.module.css'
import { LoadingNote } from './LoadingNote.tsx'

export interface EdgeNoteProps {
  readonly side: 'older' | 'newer'
  /** `stale`: the end is loaded, but polling for new messages has failed. */
  readonly state: EdgeState | 'stale'
  /** Whether there are no messages at all. */
  readonly empty: boolean
  /** Why it has failed, where it has. */
  readonly error: PortalError | null
  readonly onRetry: () => void
}

/** What there is to say at an end of what is loaded: that it is the beginning, that more is coming, or why there is no more and what is missing. */
export function EdgeNote({ side, state, empty, error, onRetry }: EdgeNoteProps) {
  const t = useText()
  if (state === 'loading') return <Loading />
  if (state === 'failed' || state === 'stale')
    return <ErrorNotice error={error} missing={t(`edge.missing.${state === 'stale' ? 'arrivals' : side}`)} onRetry={onRetry} />
  return side === 'older' && state === 'end' ? <Beginning empty={empty} /> : null
}

const Loading = () => (
  <div className={styles.loading}>
    <span className={styles.dots} aria-hidden>
      <i />
      <i />
      <i />
    </span>
    <LoadingNote />
  </div>
)
