import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { WindowStart } from '~/domain/cursor'
import type { History } from '~/domain/history'
import type { DialogId, MessageId } from '~/domain/ids'
import { firstUnreadOf, timelineRows } from '~/domain/timeline-rows'
import { afterPaint } from '~/lib/after-paint'
import { Deferred } from '~/ui/deferred/Deferred'
import { deferredLoads } from '~/ui/deferred/DeferredLoads'
import { EdgeEnd, EdgeStart } from './list/Edge.tsx'
import { MessageList } from './list/MessageList.tsx'
import { floatingPart } from './list/deferred-parts.ts'
import type { LeftPlace, Place } from '~/domain/place'
import { ViewStore } from './scroll/view-store.ts'
import type { HistoryWindow } from '~/dialog/useHistoryWindow'
import { useArrivals } from './useArrivals.ts'
import { useEnrichment } from './useEnrichment.ts'
import { useHighlight } from './useHighlight.ts'

interface TimelineWindowProps {
  readonly dialogId: DialogId
  readonly start: WindowStart
  readonly place: Place
  readonly loaded: HistoryWindow
  readonly history: History
  readonly readAnchor: RefObject<(() => LeftPlace) | null>
  readonly onJump: (target: MessageId | null, start: WindowStart) => void
}

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** One window of history: the list and what floats over it. */
export function TimelineWindow({ dialogId, start, place, loaded, history, readAnchor, onJump }: TimelineWindowProps) {
  const arrivals = useArrivals(dialogId, start, history)
  useEnrichment(dialogId, history)
  const newestAtOpening = useRef(history.messages.at(-1)?.id ?? (0 as MessageId))
  const firstUnread = firstUnreadOf(history, newestAtOpening.current)
  // Where the dialog ended when its end was reached: from there on messages arrive.
  const foldUpTo = useRef(Infinity)
  if (history.newer === null && foldUpTo.current === Infinity) foldUpTo.current = history.messages.at(-1)?.id ?? 0
  const rows = useMemo(() => timelineRows(history, { timeZone, firstUnread, foldUpTo: foldUpTo.current }), [history, firstUnread])
  const [view] = useState(() => new ViewStore({ topDay: null, atEnd: start.at === 'newest' }))
  const highlighted = useHighlight(place)
  // Asked for and not there: what is shown is where it was.
  const gone = highlighted !== null && !history.messages.some((message) => message.id === highlighted)

  useEffect(() => afterPaint(deferredLoads.allow), [])

  const toNewest = () => onJump(null, { at: 'newest', visit: Date.now() })
  const list = useRef<{ scrollToEnd(): void } | null>(null)

  return (
    <>
      <MessageList
        dialogId={dialogId}
        rows={rows}
        history={history}
        start={start}
        place={place}
        highlighted={highlighted}
        readAnchor={readAnchor}
        handle={list}
        view={view}
        onNear={loaded.want}
        onBeginning={() => onJump(null, { at: 'oldest' })}
        onNewest={toNewest}
        busy={loaded.older === 'loading' || loaded.newer === 'loading'}
        edgeStart={
          <EdgeStart state={loaded.older} empty={history.messages.length === 0} dialogId={dialogId} onRetry={() => loaded.retry('older')} />
        }
        edgeEnd={
          <EdgeEnd
            state={loaded.newer === 'end' && arrivals.failed ? 'stale' : loaded.newer}
            onRetry={() => (loaded.newer === 'end' ? arrivals.retry() : loaded.retry('newer'))}
          />
        }
      />
      <Deferred part={floatingPart}>
        {({ Floating }) => (
          <Floating
            view={view}
            history={history}
            gone={gone}
            onNewest={() => (history.newer === null ? list.current?.scrollToEnd() : toNewest())}
          />
        )}
      </Deferred>
    </>
  )
}
