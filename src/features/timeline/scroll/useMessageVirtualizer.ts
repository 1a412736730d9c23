import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { History } from '~/domain/history'
import type { TimelineRow } from '~/domain/timeline-rows'
import { afterPaint } from '~/lib/after-paint'
import type { Pace } from './PrefetchDistance.ts'
import { ReadingLine, type ListVirtualizer } from './ReadingLine.ts'
import { estimateRow } from '../row/row-estimate.ts'
import { useLanding, type Landing } from './useLanding.ts'
import { useMountedRange } from './useMountedRange.ts'

export type MessageVirtualizer = ReturnType<typeof useVirtualizer<HTMLDivElement, HTMLElement>>

/** Room above and below the rows for what stands at the ends; fixed, so that nothing in it moves a message. */
export const EDGE_START = 132
export const EDGE_END = 56

/** From here to the end a reader counts as being at the end, px. */
export const END_THRESHOLD = 80

/** Where a window opens: at its end, its beginning, or with a message at a distance from the top. */
export type OpenAt =
  | { readonly at: 'end' }
  | { readonly at: 'start' }
  | { readonly at: 'message'; readonly key: string; readonly offset: number }

interface Options {
  readonly rows: readonly TimelineRow[]
  readonly files: History['files']
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly openAt: OpenAt
  /** Whether the newest message of the dialog is loaded, so that the end may be followed. */
  readonly endIsLoaded: boolean
  /** A row that has to stay mounted: the focused one. */
  readonly pinnedKey: RefObject<string | null>
  readonly pace: Pace
  readonly onChange: (virtualizer: ListVirtualizer) => void
}

/**
 * The virtualizer of the timeline, kept to the recipe of `docs/decisions/0003-scrolling.md`.
 *
 * Its options change during render: messages must never come through a transition.
 */
export function useMessageVirtualizer({ rows, files, scroller, openAt, endIsLoaded, pinnedKey, pace, onChange }: Options): {
  readonly virtualizer: MessageVirtualizer
  readonly landing: Landing
  /** Whether the first picture has been shown; what nobody sees yet waits for it. */
  readonly painted: boolean
} {
  const indexByKey = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows])
  const latestIndex = useRef(indexByKey)
  latestIndex.current = indexByKey
  const [line] = useState(() => new ReadingLine((key) => latestIndex.current.get(key)))

  // An estimate must not change while it stands for a row: rows above would move those below them.
  const [estimates] = useState(() => new Map<string, number>())
  const estimateSize = (index: number): number => {
    const row = rows[index]
    if (!row) return 60
    const known = estimates.get(row.key)
    if (known !== undefined) return known
    const height = estimateRow(row, files, scroller.current?.clientWidth ?? window.innerWidth)
    estimates.set(row.key, height)
    return height
  }

  // The end is followed only if it was the dialog's end before, not the end of what was loaded.
  const wasEnd = useRef(endIsLoaded)
  const instance = useRef<MessageVirtualizer | null>(null)

  const [painted, setPainted] = useState(false)
  useEffect(() => afterPaint(() => setPainted(true)), [])
  const { rangeExtractor, committed } = useMountedRange({ rows, indexByKey: latestIndex, pinnedKey, virtualizer: instance, pace, painted })

  const initialOffset = () => {
    if (openAt.at === 'start') return 0
    let offset = EDGE_START
    for (const [index, row] of rows.entries()) {
      if (openAt.at === 'message' && row.key === openAt.key) return Math.max(0, offset - openAt.offset)
      offset += estimateSize(index)
    }
    return Math.max(0, offset + EDGE_END - window.innerHeight)
  }

  const room = useRef(openAt.at === 'message' ? openAt.offset : 0)
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? `none${index}`, [rows]),
    rangeExtractor,
    anchorTo: 'end',
    followOnAppend: wasEnd.current && endIsLoaded,
    scrollEndThreshold: END_THRESHOLD,
    paddingStart: EDGE_START,
    paddingEnd: EDGE_END,
    scrollPaddingStart: room.current,
    initialOffset,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    measureElement: line.measure,
    directDomUpdates: true,
    // By transform every row would be a layer of its own, and painting them all costs more than placing them.
    directDomUpdatesMode: 'position',
    // The positions are written at once all the same; drawing rows that are out of sight can wait for its turn.
    useFlushSync: false,
    onChange,
  })
  instance.current = virtualizer
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = line.movesAlong
  useLayoutEffect(committed)

  // Lands exactly where the window opens, after the first rows have been measured.
  const landing = useLanding(virtualizer, scroller, room)
  const opened = useRef(false)
  useLayoutEffect(() => {
    if (opened.current || rows.length === 0) return
    opened.current = true
    if (openAt.at !== 'start') landing.land(openAt.at === 'end' ? openAt : { ...openAt, index: () => latestIndex.current.get(openAt.key) })
  })

  const firstKey = rows[0]?.key
  const lastFirstKey = useRef(firstKey)
  useLayoutEffect(() => {
    wasEnd.current = endIsLoaded
    if (lastFirstKey.current !== firstKey && lastFirstKey.current !== undefined) landing.again()
    lastFirstKey.current = firstKey
    // Sizes of rows that were let go would be kept for ever.
    for (const key of virtualizer.itemSizeCache.keys()) if (!latestIndex.current.has(String(key))) virtualizer.itemSizeCache.delete(key)
    for (const key of estimates.keys()) if (!latestIndex.current.has(key)) estimates.delete(key)
  }, [rows, firstKey, endIsLoaded, virtualizer, estimates, landing])

  // What is at the line is looked up at the beginning of a frame, when reading boxes makes nobody lay out anything.
  const frame = useRef(0)
  useLayoutEffect(() => {
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => line.note(virtualizer))
  })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const note = () => {
      cancelAnimationFrame(frame.current)
      line.note(virtualizer)
    }
    element.addEventListener('scroll', note, { passive: true })
    return () => {
      cancelAnimationFrame(frame.current)
      element.removeEventListener('scroll', note)
    }
  }, [line, scroller, virtualizer])

  return { virtualizer, landing, painted }
}
