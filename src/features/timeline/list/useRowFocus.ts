import { useCallback, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import type { TimelineRow } from '~/domain/timeline-rows'
import type { Landing } from '../scroll/useLanding.ts'

interface Options {
  readonly rows: readonly TimelineRow[]
  /** Changes whenever other rows are mounted. */
  readonly mounted: unknown
  readonly landing: Landing
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Filled with the focused row's key: that row must stay mounted. */
  readonly pinnedKey: RefObject<string | null>
  readonly firstInSight: () => number
  readonly onBeginning: () => void
  readonly onNewest: () => void
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 1, PageUp: -1 }

/**
 * Keyboard of the feed. On the list itself keys scroll, as everywhere; on a message they go from message to
 * message (WAI-ARIA, feed). One message can be reached by Tab.
 */
export function useRowFocus({ rows, mounted, landing, scroller, pinnedKey, firstInSight, onBeginning, onNewest }: Options) {
  const [tabbableKey, setTabbableKey] = useState<string | null>(null)
  /** A row to focus as soon as it is mounted. */
  const wanted = useRef<string | null>(null)

  const rowElement = useCallback(
    (key: string) => scroller.current?.querySelector<HTMLElement>(`[data-row-key="${key}"]`) ?? null,
    [scroller],
  )

  useLayoutEffect(() => {
    if (wanted.current !== null) {
      const element = rowElement(wanted.current)
      if (element) {
        wanted.current = null
        element.focus({ preventScroll: true })
      }
    } else if (pinnedKey.current !== null && !rows.some((row) => row.key === pinnedKey.current)) {
      // The focused message was let go with its page: the list takes over.
      pinnedKey.current = null
      setTabbableKey(null)
      scroller.current?.focus({ preventScroll: true })
    }
    // After every commit: the wanted row may be mounted by any of them.
  }, [rows, pinnedKey, rowElement, scroller, mounted])

  const focusIndex = (index: number) => {
    const row = rows[index]
    if (!row) return
    setTabbableKey(row.key)
    pinnedKey.current = row.key
    wanted.current = row.key
    const element = rowElement(row.key)
    if (element) element.focus({ preventScroll: true })
    landing.reveal(index)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return
    const command = event.ctrlKey || event.metaKey
    if (command && event.key === 'Home') {
      event.preventDefault()
      onBeginning()
      return
    }
    if (command && event.key === 'End') {
      event.preventDefault()
      onNewest()
      return
    }
    const target = event.target as HTMLElement
    if (target === scroller.current && event.key === 'Tab' && !event.shiftKey && rows.length > 0) {
      // Into the first message in sight; the browser would take the first link of the rows mounted above.
      event.preventDefault()
      focusIndex(firstInSight())
      return
    }
    const row = target.closest<HTMLElement>('[data-row-key]')
    if (!row || command || event.shiftKey) return
    if (event.key === 'Escape' && target !== row) {
      row.focus({ preventScroll: true })
      return
    }
    // Inside a message keys belong to what has the focus.
    if (target !== row) return
    const index = rows.findIndex(({ key }) => key === row.dataset['rowKey'])
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      focusIndex(Math.max(0, Math.min(rows.length - 1, index + step)))
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault()
      focusIndex(event.key === 'Home' ? 0 : rows.length - 1)
    } else if (event.key === 'Enter') {
      row.querySelector<HTMLElement>('a[href], button, [tabindex="0"]')?.focus()
    }
  }

  const onFocus = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      const key = event.currentTarget.dataset['rowKey'] ?? null
      pinnedKey.current = key
      setTabbableKey(key)
    },
    [pinnedKey],
  )
  const onBlur = useCallback(
    (event: FocusEvent<HTMLElement>) => {
      if (event.currentTarget.contains(event.relatedTarget)) return
      pinnedKey.current = null
      // Back to the first row in sight for the next Tab.
      setTabbableKey(null)
    },
    [pinnedKey],
  )
  return { tabbableKey, focusIndex, onKeyDown, onFocus, onBlur }
}
