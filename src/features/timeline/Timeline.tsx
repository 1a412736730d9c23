import { useEffect } from 'react'
import type { EntryDestination } from '~/domain/history/destination'
import type { Place } from '~/domain/history/place'
import type { HistoryWindow } from '~/dialog/useHistoryWindow'
import { Deferred } from '~/ui/deferred/Deferred'
import { edgePart } from './list/Edge.tsx'
import { loadParts } from './parts.ts'
import { Skeleton } from './Skeleton.tsx'
import styles from './Timeline.module.css'
import { TimelineWindow } from './TimelineWindow.tsx'
import type { Jump } from './useDestination.ts'

interface TimelineProps {
  readonly destination: EntryDestination
  readonly place: Place
  readonly loaded: HistoryWindow
  readonly onJump: Jump
}

/** The history of one dialog: one of its windows, or why none could be opened. */
export function Timeline({ destination, place, loaded, onJump }: TimelineProps) {
  useEffect(loadParts, [])
  if (loaded.error && !loaded.history) {
    return (
      <div className={styles.state}>
        <Deferred part={edgePart}>{({ WindowFailure }) => <WindowFailure error={loaded.error} onRetry={loaded.reload} />}</Deferred>
      </div>
    )
  }
  if (!loaded.history) return <Skeleton />
  return (
    <div className={styles.timeline}>
      <TimelineWindow
        key={JSON.stringify(destination.start)}
        destination={destination}
        place={place}
        loaded={loaded}
        history={loaded.history}
        onJump={onJump}
      />
    </div>
  )
}
