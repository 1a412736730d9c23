import { useEffect } from 'react'
import { useStableCallback } from '~/ui/use-stable-callback'
import { useDialog } from './DialogContext.ts'
import { watchTimeline } from './timeline-view.ts'

/**
 * Calls once something of the list stands elsewhere on the page than it did, or has gone. A list also scrolls to keep it
 * where it is, when something above it grows.
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
