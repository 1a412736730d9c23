import { memo, type ReactNode } from 'react'
import type { HistoryWindow } from '~/dialog/useHistoryWindow'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { EDGE_END, EDGE_START } from '../scroll/list-view.ts'
import type { Arrivals } from './arrivals-state.ts'
import type { EdgeNoteProps } from './EdgeNote.tsx'
import styles from './Edge.module.css'

/** Loaded before it is needed: where the portal is not reached, the app's own files may not be either. */
export const edgePart = new DeferredModule(() => import('./edge-notes.ts'))

interface EdgeStartProps {
  readonly loaded: HistoryWindow
  /** Whether there are no messages at all. */
  readonly empty: boolean
}

interface EdgeEndProps {
  readonly loaded: HistoryWindow
  readonly arrivals: Arrivals
}

const noteAt = (props: EdgeNoteProps): ReactNode =>
  props.state !== 'more' && <Deferred part={edgePart}>{({ EdgeNote }) => <EdgeNote {...props} />}</Deferred>

// The list is drawn with every few rows that come into sight, and they are not.

/** The oldest end: the beginning of the chat, that it is being loaded, or why it is not. Its height never changes. */
export const EdgeStart = memo(({ loaded: { older, error, retry }, empty }: EdgeStartProps) => (
  <div className={styles.start} style={{ height: EDGE_START }} data-edge={older === 'end' ? 'oldest' : undefined}>
    {noteAt({ side: 'older', state: older, empty, error, onRetry: () => retry('older') })}
  </div>
))

/** The newest end. */
export const EdgeEnd = memo(({ loaded: { newer, error, retry }, arrivals }: EdgeEndProps) => {
  const isEnd = newer === 'end'
  return (
    <div className={styles.end} style={{ height: EDGE_END }} data-edge={isEnd ? 'newest' : undefined}>
      {noteAt({
        side: 'newer',
        state: isEnd && arrivals.error ? 'stale' : newer,
        empty: false,
        error: isEnd ? arrivals.error : error,
        onRetry: isEnd ? arrivals.retry : () => retry('newer'),
      })}
    </div>
  )
})
