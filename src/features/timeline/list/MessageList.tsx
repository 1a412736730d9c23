import { useCallback, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { WindowStart } from '~/domain/cursor'
import type { History } from '~/domain/history'
import type { DialogId, MessageId } from '~/domain/ids'
import { rowHolds, rowIndexOf, rowKey, type TimelineRow } from '~/domain/timeline-rows'
import { useText } from '~/ui/i18n'
import styles from './MessageList.module.css'
import { MessageRow } from '../row/MessageRow.tsx'
import type { Anchor, LeftPlace, Place } from '~/domain/place'
import { END_THRESHOLD, EDGE_START, useMessageVirtualizer, type MessageVirtualizer, type OpenAt } from '../scroll/useMessageVirtualizer.ts'
import { Reach } from '../scroll/PrefetchDistance.ts'
import type { ListVirtualizer } from '../scroll/ReadingLine.ts'
import { useTimelineView } from '../scroll/useTimelineView.ts'
import { useRowFocus } from './useRowFocus.ts'
import type { ViewStore } from '../scroll/view-store.ts'

interface MessageListProps {
  readonly dialogId: DialogId
  readonly rows: readonly TimelineRow[]
  readonly history: History
  readonly start: WindowStart
  readonly place: Place
  readonly highlighted: MessageId | null
  readonly readAnchor: RefObject<(() => LeftPlace) | null>
  readonly handle: RefObject<{ scrollToEnd(): void } | null>
  readonly view: ViewStore
  /** The reader has come near an end of what is loaded. */
  readonly onNear: (side: 'older' | 'newer') => void
  readonly onBeginning: () => void
  readonly onNewest: () => void
  readonly busy: boolean
  readonly edgeStart: ReactNode
  readonly edgeEnd: ReactNode
}

/** Of so many messages one can be reached by Tab: the first of them that is wholly in sight, or nearly so. */
const TAB_STEP = 4

/** A message that is jumped to stands a third from the top. */
const targetOffset = (height: number): number => Math.round(height / 3)

function openAtOf(place: Place, start: WindowStart, rows: readonly TimelineRow[]): OpenAt {
  const has = (id: MessageId) => rows.some((row) => row.message.id === id)
  if (place.anchor && has(place.anchor.id)) return { at: 'message', key: rowKey(place.anchor.id), offset: place.anchor.offset }
  const wanted = place.target ?? (start.at === 'around' ? start.id : null)
  if (wanted !== null && rows.length > 0) {
    // A message that has gone: its nearest neighbour.
    const nearest = rows.findLast((row) => row.message.id <= wanted) ?? rows[0]
    if (nearest) return { at: 'message', key: nearest.key, offset: targetOffset(window.innerHeight) }
  }
  return start.at === 'oldest' ? { at: 'start' } : { at: 'end' }
}

/** The scrolling list: the virtualizer, the mounted rows, and the keyboard. */
export function MessageList(props: MessageListProps) {
  const { dialogId, rows, history, start, place, highlighted, readAnchor, handle, view, onNear, busy, edgeStart, edgeEnd } = props
  const t = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const [openAt] = useState(() => openAtOf(place, start, rows))
  const pinnedKey = useRef<string | null>(null)
  const [speed] = useState(() => new Reach())

  const latest = useRef({ rows, onNear, history })
  latest.current = { rows, onNear, history }

  const nearIsAsked = useRef(false)

  /** After every change of scroll position or layout: what is near, what is on top. */
  const look = useCallback(
    (virtualizer: ListVirtualizer) => {
      const element = scroller.current
      const offset = virtualizer.scrollOffset
      if (!element || offset === null) return
      const { rows: present, onNear: near, history: loaded } = latest.current
      const viewport = element.clientHeight
      const reach = speed.px(offset, viewport, performance.now())
      const below = virtualizer.getTotalSize() - offset - viewport
      const distance = { older: offset - EDGE_START, newer: below }
      // One page is read at a time: the side that is nearer comes first.
      const sides = below < offset ? (['newer', 'older'] as const) : (['older', 'newer'] as const)
      if (nearIsAsked.current) for (const side of sides) if (distance[side] < reach) near(side)
      const top = virtualizer.getVirtualItemForOffset(offset + 8)
      const row = top && present[top.index]
      // While the day's own heading is in sight, nothing has to repeat it.
      const headed = row?.startsDay && top && offset < top.start + 20
      const topDay = headed || offset < EDGE_START ? null : (row?.day ?? null)
      const atEnd = loaded.newer === null && below <= END_THRESHOLD
      view.show({ topDay, atEnd })
    },
    [speed, view],
  )

  const { virtualizer, landing, painted } = useMessageVirtualizer({
    rows,
    files: history.files,
    scroller,
    openAt,
    endIsLoaded: history.newer === null,
    pinnedKey,
    pace: speed.pace,
    onChange: (instance) => queueMicrotask(() => look(instance)),
  })
  nearIsAsked.current = painted
  useLayoutEffect(() => look(virtualizer), [look, virtualizer, rows, busy, painted])

  // A jump inside the window; opening it at its own place is the virtualizer's.
  const openedEntry = useRef(place.entry)
  useLayoutEffect(() => {
    if (openedEntry.current === place.entry) return
    openedEntry.current = place.entry
    const id = place.anchor?.id ?? place.target
    const index = () => (id === null ? undefined : rowIndexOf(latest.current.rows, id))
    if ((index() ?? -1) >= 0)
      landing.land(
        { at: 'message', index, offset: place.anchor?.offset ?? targetOffset(scroller.current?.clientHeight ?? 0) },
        place.anchor === null,
      )
    else if (start.at === 'newest') landing.land({ at: 'end' })
  }, [place, landing, start])

  useLayoutEffect(() => {
    handle.current = { scrollToEnd: () => landing.land({ at: 'end' }, true) }
    const where = (): LeftPlace => ({ start, anchor: anchorOf(virtualizer, latest.current.rows) })
    readAnchor.current = where
    return () => {
      if (readAnchor.current === where) readAnchor.current = null
    }
  }, [handle, readAnchor, virtualizer, landing, start])

  const focus = useRowFocus({
    rows,
    mounted: virtualizer.getVirtualItems(),
    landing,
    scroller,
    pinnedKey,
    firstInSight: () => virtualizer.range?.startIndex ?? 0,
    onBeginning: props.onBeginning,
    onNewest: props.onNewest,
  })
  useTimelineView(scroller, (id, { focus: withFocus = false } = {}) => {
    const index = rowIndexOf(rows, id)
    if (index === undefined || index < 0) return
    if (withFocus) focus.focusIndex(index)
    else landing.reveal(index)
  })

  // Scrolling draws this component anew in nearly every frame, and its rows only when others are mounted.
  const mounted = virtualizer
    .getVirtualItems()
    .map(({ index }) => index)
    .join(' ')
  const first = virtualizer.range?.startIndex ?? 0
  const reachable = first + ((TAB_STEP - (first % TAB_STEP)) % TAB_STEP)
  const { tabbableKey, onFocus, onBlur } = focus
  const complete = history.older === null
  const mountedRows = useMemo(
    () =>
      (mounted === '' ? [] : mounted.split(' ').map(Number)).map((index) => {
        const row = rows[index]
        if (!row) return null
        return (
          <MessageRow
            key={row.key}
            ref={virtualizer.measureElement}
            index={index}
            row={row}
            dialogId={dialogId}
            files={history.files}
            highlighted={highlighted !== null && rowHolds(row, highlighted) ? highlighted : null}
            position={complete ? index + 1 : null}
            tabbable={tabbableKey === null ? index === reachable : tabbableKey === row.key}
            onFocus={onFocus}
            onBlur={onBlur}
          />
        )
      }),
    [mounted, rows, virtualizer, dialogId, history.files, highlighted, complete, tabbableKey, reachable, onFocus, onBlur],
  )

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      data-testid="message-list"
      role="region"
      aria-label={t('timeline.label')}
      tabIndex={0}
      onKeyDown={focus.onKeyDown}
    >
      <div className={styles.content}>
        {edgeStart}
        <div
          ref={virtualizer.containerRef}
          className={styles.feed}
          {...(rows.length > 0 ? { role: 'feed', 'aria-label': t('timeline.feed'), 'aria-busy': busy } : {})}
        >
          {mountedRows}
        </div>
        {edgeEnd}
      </div>
    </div>
  )
}

/** The topmost message that is wholly in sight, and where it stands. */
function anchorOf(virtualizer: MessageVirtualizer, rows: readonly TimelineRow[]): Anchor | null {
  const top = virtualizer.scrollElement?.scrollTop ?? 0
  const items = virtualizer.getVirtualItems()
  const item = items.find(({ start }) => start >= top) ?? items.at(-1)
  const row = item && rows[item.index]
  return item && row ? { id: row.message.id, offset: item.start - top } : null
}
