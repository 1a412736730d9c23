import { observeElementRect, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useInsertionEffect, useLayoutEffect, useMemo, useReducer, useRef, useState, type RefCallback } from 'react'
import type { TimelineRow } from '~/domain/history/timeline-rows'
import { afterPaint } from '~/lib/after-paint'
import { EDGE_END, EDGE_START, END_THRESHOLD } from './list-view.ts'
import type { TimelineScroller } from './TimelineScroller.ts'
import { virtualizerEngine, type MessageVirtualizer } from './virtualizer-engine.ts'

interface Options {
  readonly rows: readonly TimelineRow[]
  /** Whether the newest message of the dialog is loaded, so that the end may be followed. */
  readonly endIsLoaded: boolean
  /** An estimate of a row's height. @param listWidth px @returns px */
  readonly estimate: (row: TimelineRow, listWidth: number) => number
  readonly onNear: TimelineScroller['onNear']
}

interface ScrolledList {
  readonly virtualizer: MessageVirtualizer
  /** For the element that scrolls. */
  readonly listRef: RefCallback<HTMLDivElement>
}

/** Height of the border box in fractions of a pixel; rounding would add up over rows. */
const heightOf = (element: Element, entry: ResizeObserverEntry | undefined): number =>
  entry?.borderBoxSize[0]?.blockSize ?? element.getBoundingClientRect().height

/**
 * Moves the list. By how much and not where to: what the reader has scrolled meanwhile on another thread is then not taken
 * back, as Firefox does. Animated ways have an end and no length.
 */
function scrollList(list: Element | null, top: number, behavior: ScrollBehavior | undefined): void {
  if (behavior === 'smooth') list?.scrollTo({ top, behavior })
  else list?.scrollBy({ top: top - list.scrollTop })
}

/**
 * Makes the virtualizer that places the rows, and hands it to the scroller, which decides everything
 * (`docs/decisions/0003-scrolling.md`). Its options change during render: messages must never come through a transition.
 */
export function useTimelineScroller(scroller: TimelineScroller, { rows, endIsLoaded, estimate, onNear }: Options): ScrolledList {
  const [turn, mountAgain] = useReducer((turns: number) => turns + 1, 0)
  const list = useRef<HTMLDivElement | null>(null)
  const indexByKey = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows])
  const [estimates, estimateSize] = useEstimates(scroller, rows, estimate)

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? `none${index}`, [rows]),
    rangeExtractor: useMemo(
      () =>
        ({ startIndex, endIndex, count }) => {
          const pinned = scroller.pinnedKey === null ? undefined : indexByKey.get(scroller.pinnedKey)
          return scroller.rowsToMount({ first: startIndex, last: endIndex }, count, (index) => rows[index]?.key, pinned)
        },
      // A changed counter makes the virtualizer ask again.
      // eslint-disable-next-line react/exhaustive-deps
      [scroller, rows, indexByKey, turn],
    ),
    anchorTo: 'end',
    followOnAppend: scroller.follows && endIsLoaded,
    scrollEndThreshold: END_THRESHOLD,
    paddingStart: EDGE_START,
    paddingEnd: EDGE_END,
    scrollPaddingStart: scroller.paddingTop,
    initialOffset: () => scroller.initialOffset(rows, estimateSize),
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    measureElement: (element, entry, instance) => {
      const height = heightOf(element, entry)
      scroller.beforeResize(instance.indexFromElement(element), height)
      return height
    },
    observeElementOffset: (_, report) => scroller.reportOffset(report),
    observeElementRect: (instance, report) =>
      observeElementRect(instance, (rect) => {
        scroller.update({ type: 'resized', listWidth: rect.width })
        report(rect)
      }),
    scrollToFn: (offset, { adjustments = 0, behavior }, { scrollElement }) => scrollList(scrollElement, offset + adjustments, behavior),
    directDomUpdates: true,
    // By transform every row would be a layer of its own, and painting them all costs more than placing them.
    directDomUpdatesMode: 'position',
    // Positions are written synchronously in any case; rendering rows that are out of sight may be deferred.
    useFlushSync: false,
    onChange: () => scroller.placed(),
  })
  useState(() => scroller.connect(virtualizerEngine(virtualizer, estimates, scroller.indexOf, mountAgain, scroller.movesAlong)))

  useInsertionEffect(() => {
    scroller.onNear = onNear
  })
  // Before rows are measured, which the library does while they are put on the page.
  useInsertionEffect(() => scroller.update({ type: 'rows', rows, endIsLoaded }), [scroller, rows, endIsLoaded])
  // After the library has placed them, for its effects come first.
  useLayoutEffect(() => scroller.update({ type: 'committed' }))
  useEffect(() => afterPaint(() => scroller.update({ type: 'painted' })), [scroller])

  const listRef = useCallback(
    (element: HTMLDivElement) => {
      list.current = element
      const detach = scroller.attach(element)
      return () => {
        detach()
        list.current = null
      }
    },
    [scroller],
  )
  return { virtualizer, listRef }
}

/** Estimated heights of rows, px, and a function that returns one by index; an estimate stays until the row is measured or removed. */
function useEstimates(
  scroller: TimelineScroller,
  rows: readonly TimelineRow[],
  estimate: Options['estimate'],
): readonly [estimates: Map<string, number>, estimateSize: (index: number) => number] {
  // An estimate must not change while it is in use: rows above would move those below them.
  const [estimates] = useState(() => new Map<string, number>())
  return [
    estimates,
    (index) => {
      const row = rows[index]
      const known = row && estimates.get(row.key)
      if (!row || known !== undefined) return known ?? EDGE_END
      const height = estimate(row, scroller.listWidth)
      estimates.set(row.key, height)
      return height
    },
  ]
}
