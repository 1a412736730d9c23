import { memo } from 'react'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { EDGE_END, EDGE_START } from '../scroll/list-view.ts'
import type { EdgeNoteProps, NewestProps, OldestProps } from './EdgeNote.tsx'
import styles from './Edge.module.css'

/** Loaded before it is needed: where the portal is not reached, the app's own files may not be either. */
export const edgePart = new DeferredModule(() => import('./edge-notes.ts'))

const noteAt = (props: EdgeNoteProps) => <Deferred part={edgePart}>{({ EdgeNote }) => <EdgeNote {...props} />}</Deferred>

// The list is drawn with every few rows that come into sight, and they are not.

/** The oldest end: the beginning of the chat, that it is being loaded, or why it is not. Its height never changes. */
export const EdgeStart = memo((props: OldestProps) => (
  <div className={styles.start} style={{ height: EDGE_START }} data-edge={props.loaded.older === 'end' ? 'oldest' : undefined}>
    {noteAt({ side: 'older', ...props })}
  </div>
))

/** The newest end. */
export const EdgeEnd = memo((props: NewestProps) => (
  <div className={styles.end} style={{ height: EDGE_END }} data-edge={props.loaded.newer === 'end' ? 'newest' : undefined}>
    {noteAt({ side: 'newer', ...props })}
  </div>
))
