import { useCallback, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import type { TimelineView } from '~/dialog/state/timeline-view'
import { rowIndexOf, type TimelineRow } from '~/domain/history/timeline-rows'
import { useStableCallback } from '~/ui/use-stable-callback'
import type { TimelineScroller } from '../scroll/TimelineScroller.ts'

interface Options {
  readonly scroller: TimelineScroller
  readonly rows: readonly TimelineRow[]
  /** Changes whenever other rows are mounted. */
  readonly mounted: unknown
  readonly onBeginning: () => void
  readonly onLatest: () => void
}

interface RowFocus {
  /** Key of the row that Tab reaches; null for the usual one. */
  readonly tabbableKey: string | null
  readonly reveal: TimelineView['reveal']
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
}

/**
 * Keyboard of the feed. On the list itself keys scroll, as usual; on a message they move from message to
 * message (WAI-ARIA, feed). One message can be reached by Tab.
 */
export function useRowFocus({ scroller, rows, mounted, onBeginning, onLatest }: Options): RowFocus {
  const [tabbableKey, setTabbableKey] = useState<string | null>(null)
  const wanted = useWantedFocus(scroller, rows, mounted, () => setTabbableKey(null))

  const focusIndex = (index: number, focus: boolean | 'alone' = true) => {
    const row = rows[index]
    if (!row) return
    setTabbableKey(row.key)
    scroller.pinnedKey = row.key
    const element = scroller.rowElement(row.key)
    wanted.current = element ? null : row.key
    element?.focus({ preventScroll: true })
    if (focus !== 'alone') scroller.reveal(index)
  }

  const reveal: TimelineView['reveal'] = (id, { focus = false } = {}) => {
    const index = rowIndexOf(rows, id)
    if (index < 0) return
    if (focus) focusIndex(index, focus)
    else scroller.reveal(index)
  }

  /** Keys that lead to an end of the dialog, wherever the focus is. */
  const onEndKey = (event: KeyboardEvent): boolean => {
    const go = { Home: onBeginning, End: onLatest }[event.key]
    if (!go || !(event.ctrlKey || event.metaKey)) return false
    event.preventDefault()
    go()
    return true
  }

  /** Keys of a message that has the focus itself. */
  const onRowKey = (event: KeyboardEvent, row: HTMLElement) => {
    const index = scroller.indexOf(row.dataset['rowKey'] ?? '') ?? -1
    const last = rows.length - 1
    const to = { ArrowDown: index + 1, PageDown: index + 1, ArrowUp: index - 1, PageUp: index - 1, Home: 0, End: last }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      focusIndex(Math.max(0, Math.min(last, to)))
    } else if (event.key === 'Enter') {
      row.querySelector<HTMLElement>('a[href], button, [tabindex="0"]')?.focus()
    }
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || onEndKey(event)) return
    const target = event.target as HTMLElement
    if (target === event.currentTarget && event.key === 'Tab' && !event.shiftKey && rows.length > 0) {
      // Into the first message in sight; the browser would take the first link of the rows mounted above.
      event.preventDefault()
      focusIndex(scroller.firstInSight())
      return
    }
    const row = target.closest<HTMLElement>('[data-row-key]')
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return
    // Inside a message keys belong to the focused element, except for the way out.
    if (target === row) onRowKey(event, row)
    else if (event.key === 'Escape') row.focus({ preventScroll: true })
  }

  const onFocus = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      const key = event.currentTarget.dataset['rowKey'] ?? null
      scroller.pinnedKey = key
      setTabbableKey(key)
    },
    [scroller],
  )
  const onBlur = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      if (event.currentTarget.contains(event.relatedTarget)) return
      scroller.pinnedKey = null
      // Back to the first row in sight for the next Tab.
      setTabbableKey(null)
    },
    [scroller],
  )
  return { tabbableKey, reveal, onKeyDown, onFocus, onBlur }
}

/**
 * A row to be focused as soon as it is mounted, by its key. When a focused row is dropped with its page, the list takes the focus.
 * @param mounted changes whenever other rows are mounted
 */
function useWantedFocus(
  scroller: TimelineScroller,
  rows: readonly TimelineRow[],
  mounted: unknown,
  onLost: () => void,
): RefObject<string | null> {
  const wanted = useRef<string | null>(null)
  const lose = useStableCallback(onLost)
  useLayoutEffect(() => {
    if (wanted.current !== null) {
      const element = scroller.rowElement(wanted.current)
      if (element) {
        wanted.current = null
        element.focus({ preventScroll: true })
      }
    } else if (scroller.pinnedKey !== null && !rows.some((row) => row.key === scroller.pinnedKey)) {
      scroller.pinnedKey = null
      lose()
      scroller.list?.focus({ preventScroll: true })
    }
  }, [rows, scroller, mounted, lose])
  return wanted
}
