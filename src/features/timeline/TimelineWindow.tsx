import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { HistoryWindow } from '~/dialog/useHistoryWindow'
import type { EntryDestination } from '~/domain/history/destination'
import type { History } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'
import type { Place } from '~/domain/history/place'
import { firstUnreadOf, timelineRows } from '~/domain/history/timeline-rows'
import { afterPaint } from '~/lib/after-paint'
import { Cell } from '~/lib/Cell'
import { useClock } from '~/ui/clock'
import { deferredLoads } from '~/ui/deferred/DeferredLoads'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useCell } from '~/ui/use-cell'
import { NO_ARRIVALS } from './list/arrivals-state.ts'
import { MessageList } from './list/MessageList.tsx'
import { TimelineScroller } from './scroll/TimelineScroller.ts'
import type { Jump } from './useDestination.ts'
import { useHighlight } from './useHighlight.ts'

const LaterWindow = lazyPart(() => import('./LaterWindow.tsx').then((module) => module.LaterWindow))

interface TimelineWindowProps {
  readonly destination: EntryDestination
  readonly place: Place
  readonly loaded: HistoryWindow
  readonly history: History
  readonly onJump: Jump
}

/** One window of history: the list and what floats over it. */
export function TimelineWindow({ destination, place, loaded, history, onJump }: TimelineWindowProps) {
  const [scroller] = useState(() => new TimelineScroller(destination.scrollTo))
  const [arrivals] = useState(() => new Cell(NO_ARRIVALS))
  const shownArrivals = useCell(arrivals)
  const rows = useRows(history, place.target)
  const target = useHighlight(place)
  // Where the message itself is missing, the one that follows its place.
  const highlighted = target && (rows.find((row) => row.followsMissing)?.message.id ?? target)

  useEffect(() => {
    // From now on what is waited for begins with nothing (`ui/styles/placeholder.css`).
    delete document.documentElement.dataset['opening']
    afterPaint(deferredLoads.allow)
  }, [])
  useJumpsInside(scroller, destination, place.anchor === null)

  const toLatest = () => {
    // Whoever is there already goes nowhere, and has nowhere to come back from.
    if (scroller.view.get().atEnd) scroller.update({ type: 'jump', to: { at: 'end' }, smooth: true })
    else onJump(null, { at: 'newest', visit: Date.now() })
  }
  return (
    <>
      <MessageList
        scroller={scroller}
        rows={rows}
        history={history}
        loaded={loaded}
        arrivals={shownArrivals}
        highlighted={highlighted}
        onBeginning={() => onJump(null, { at: 'oldest' })}
        onLatest={toLatest}
      />
      <PartBoundary>
        <LaterWindow
          scroller={scroller}
          start={destination.start}
          place={place}
          history={history}
          arrivals={arrivals}
          onLatest={toLatest}
        />
      </PartBoundary>
    </>
  )
}

/**
 * The rows of a window. What was unread when it opened stays marked, and what has arrived since changes no row that was there.
 * @param target a message that was asked for: its place is marked where it is missing
 */
function useRows(history: History, target: MessageId | null) {
  const newest = history.messages.at(-1)?.id ?? (0 as MessageId)
  const [newestAtOpening] = useState(newest)
  // Where the dialog ended when its end was first reached: messages after that are arrivals.
  const [foldUpTo, setFoldUpTo] = useState(Infinity)
  if (history.newer === null && foldUpTo === Infinity) setFoldUpTo(newest)
  const firstUnread = firstUnreadOf(history, newestAtOpening)
  const clock = useClock()
  return useMemo(() => timelineRows(history, { clock, firstUnread, target, foldUpTo }), [history, clock, firstUnread, target, foldUpTo])
}

/** Jumps within the window. The scroller itself handles where the window opens. */
function useJumpsInside(scroller: TimelineScroller, { entry, scrollTo }: EntryDestination, smooth: boolean): void {
  const shown = useRef(entry)
  useLayoutEffect(() => {
    if (shown.current === entry) return
    shown.current = entry
    scroller.update({ type: 'jump', to: scrollTo, smooth })
  }, [entry, scroller, scrollTo, smooth])
}
