import { useEffect } from 'react'
import { useStableCallback } from '~/ui/use-stable-callback'
import { useDialog } from './state/DialogContext.ts'
import { watchTimeline } from './state/timeline-view.ts'

/**
 * Calls back once an element of the list has moved on the page or was removed: what is shown beside it closes then. Scroll
 * events alone do not tell, because the list also scrolls to keep an element in place when something above it grows.
 */
export function useOnMoved(element: Element | null, onMoved: () => void): void {
  const { timeline } = useDialog()
  const moved = useStableCallback(onMoved)
  useEffect(() => {
    if (!element) return
    const { top, left } = element.getBoundingClientRect()
    return watchTimeline(timeline, () => {
      const now = element.getBoundingClientRect()
      if (!element.isConnected || Math.abs(now.top - top) > 1 || Math.abs(now.left - left) > 1) moved()
    })
  }, [element, timeline, moved])
}
