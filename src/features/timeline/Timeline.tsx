import { useEffect, type RefObject } from 'react'
import type { WindowStart } from '~/domain/cursor'
import type { EntryDestination } from '~/domain/destination'
import type { DialogId, MessageId } from '~/domain/ids'
import type { LeftPlace, Place } from '~/domain/place'
import type { HistoryWindow } from '~/dialog/useHistoryWindow'
import { useText } from '~/ui/i18n'
import { Deferred } from '~/ui/deferred/Deferred'
import { loadParts, openFailurePart } from './parts.ts'
import { Skeleton } from './Skeleton.tsx'
import styles from './Timeline.module.css'
import { TimelineWindow } from './TimelineWindow.tsx'

interface TimelineProps {
  readonly dialogId: DialogId
  readonly destination: EntryDestination
  readonly place: Place
  readonly loaded: HistoryWindow
  /** Filled with a way to ask where the reader is now. */
  readonly readAnchor: RefObject<(() => LeftPlace) | null>
  readonly onJump: (target: MessageId | null, start: WindowStart) => void
}

/** The history of one dialog: one of its windows, or why there is none. */
export function Timeline({ dialogId, destination, place, loaded, readAnchor, onJump }: TimelineProps) {
  const t = useText()
  const { start } = destination
  useEffect(loadParts, [])
  if (loaded.error) {
    return (
      <div className={styles.state}>
        <Deferred part={openFailurePart}>
          {({ OpenFailure }) => loaded.error && <OpenFailure error={loaded.error} onRetry={loaded.reload} />}
        </Deferred>
      </div>
    )
  }
  if (!loaded.history) return <Skeleton label={t('timeline.loading')} />
  return (
    <div className={styles.timeline}>
      <TimelineWindow
        key={JSON.stringify(start)}
        dialogId={dialogId}
        start={start}
        place={place}
        loaded={loaded}
        history={loaded.history}
        readAnchor={readAnchor}
        onJump={onJump}
      />
    </div>
  )
}
