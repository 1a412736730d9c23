import { useCallback, useMemo, useState } from 'react'
import type { HistoryWindow } from '~/dialog/useHistoryWindow'
import type { History } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'
import { rowHolds, type TimelineRow } from '~/domain/history/timeline-rows'
import { useText } from '~/ui/i18n'
import { MessageRow } from '../row/MessageRow.tsx'
import { estimateRow } from '../row/row-estimate.ts'
import { MOUNT_STEP } from '../scroll/mounted-range.ts'
import type { TimelineScroller } from '../scroll/TimelineScroller.ts'
import { useTimelineScroller } from '../scroll/useTimelineScroller.ts'
import type { Arrivals } from './arrivals-state.ts'
import { EdgeEnd, EdgeStart } from './Edge.tsx'
import styles from './MessageList.module.css'
import { useRowFocus } from './useRowFocus.ts'
import { useTimelineView } from './useTimelineView.ts'

interface MessageListProps {
  readonly scroller: TimelineScroller
  readonly rows: readonly TimelineRow[]
  readonly history: History
  readonly loaded: HistoryWindow
  readonly arrivals: Arrivals
  readonly highlighted: MessageId | null
  readonly onBeginning: () => void
  readonly onLatest: () => void
}

/** The scrolling list: the mounted rows, the ends, and the keyboard. */
export function MessageList({ scroller, rows, history, loaded, arrivals, highlighted, onBeginning, onLatest }: MessageListProps) {
  const t = useText()
  const { files } = history
  const { virtualizer, listRef } = useTimelineScroller(scroller, {
    rows,
    endIsLoaded: history.newer === null,
    estimate: useCallback((row: TimelineRow, listWidth: number) => estimateRow(row, files, listWidth), [files]),
    onNear: loaded.want,
  })
  // The same array until others are to be mounted: only then are the rows drawn again.
  const mounted = virtualizer.getVirtualIndexes()
  const { tabbableKey, reveal, onKeyDown, onFocus, onBlur } = useRowFocus({
    scroller,
    rows,
    mounted,
    onBeginning,
    onLatest,
  })

  const list = useTimelineView(scroller, listRef, reveal)

  // Of rows in sight by whole steps, the first that is sure to be.
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 }
  const inSight = rows[Math.min(startIndex + MOUNT_STEP - 1, endIndex)]?.key
  // Which it is matters once they no longer fly past.
  const [reachable, setReachable] = useState(inSight)
  if (reachable !== inSight && scroller.speed !== 'fast') setReachable(inSight)
  const complete = history.older === null
  const mountedRows = useMemo(
    () =>
      mounted.map((index) => {
        const row = rows[index]
        return (
          row && (
            <MessageRow
              key={row.key}
              ref={virtualizer.measureElement}
              row={row}
              files={files}
              highlighted={highlighted !== null && rowHolds(row, highlighted) ? highlighted : null}
              position={complete ? index + 1 : null}
              tabbable={(tabbableKey ?? reachable) === row.key}
              onFocus={onFocus}
              onBlur={onBlur}
            />
          )
        )
      }),
    [mounted, rows, virtualizer, files, highlighted, complete, tabbableKey, reachable, onFocus, onBlur],
  )

  return (
    <div
      ref={list}
      className={styles.scroller}
      data-testid="message-list"
      role="region"
      aria-label={t('timeline.label')}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={styles.content}>
        <EdgeStart loaded={loaded} empty={history.messages.length === 0} />
        <div
          ref={virtualizer.containerRef}
          className={styles.feed}
          // Rows are put in at once; that others are being loaded is said at the end where they will come.
          {...(rows.length > 0 && { role: 'feed', 'aria-label': t('timeline.feed'), 'aria-busy': false })}
        >
          {mountedRows}
        </div>
        <EdgeEnd loaded={loaded} arrivals={arrivals} />
      </div>
    </div>
  )
}
