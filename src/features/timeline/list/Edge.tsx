import type { ReactNode } from 'react'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { EDGE_END, EDGE_START } from '../scroll/list-view.ts'
import type { EdgeNoteProps } from './EdgeNote.tsx'
import styles from './Edge.module.css'

/** Loaded before it is needed: where the portal is not reached, the app's own files may not be either. */
export const edgePart = new DeferredModule(() => import('./edge-notes.ts'))

type EdgeProps = Omit<EdgeNoteProps, 'side'>

const noteAt = (props: EdgeNoteProps): ReactNode =>
  props.state !== 'more' && <Deferred part={edgePart}>{({ EdgeNote }) => <EdgeNote {...props} />}</Deferred>

/** The oldest end: the beginning of the chat, that it is being loaded, or why it is not. Its height never changes. */
export const EdgeStart = (props: EdgeProps) => (
  <div className={styles.start} style={{ height: EDGE_START }} data-edge={props.state === 'end' ? 'oldest' : undefined}>
    {noteAt({ side: 'older', ...props })}
  </div>
)

/** The newest end. */
export const EdgeEnd = (props: EdgeProps) => (
  <div
    className={styles.end}
    style={{ height: EDGE_END }}
    data-edge={props.state === 'end' || props.state === 'stale' ? 'newest' : undefined}
  >
    {noteAt({ side: 'newer', ...props })}
  </div>
)
