import { useCallback, type RefCallback } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { messagesIn } from '~/dialog/mounted-messages'
import type { TimelineView } from '~/dialog/state/timeline-view'
import { useStableCallback } from '~/ui/use-stable-callback'
import type { TimelineScroller } from '../scroll/TimelineScroller.ts'

/**
 * Makes the list available to everything that lies over it, while it is mounted.
 * @param listRef the list's own ref
 * @returns the ref to use instead
 */
export function useTimelineView(
  scroller: TimelineScroller,
  listRef: RefCallback<HTMLDivElement>,
  reveal: TimelineView['reveal'],
): RefCallback<HTMLDivElement> {
  const dialog = useDialog()
  const revealNow = useStableCallback(reveal)
  return useCallback(
    (element: HTMLDivElement) => {
      const detach = listRef(element)
      const view: TimelineView = {
        element,
        get speed() {
          return scroller.speed
        },
        get isUntouched() {
          return scroller.isUntouched
        },
        get atEnd() {
          return scroller.view.get().atEnd
        },
        settled: () => scroller.update({ type: 'settled' }),
        subscribe: scroller.subscribe,
        anchor: () => scroller.anchor(),
        reveal: revealNow,
        mounted: () => messagesIn(element),
      }
      const { timeline } = dialog
      timeline.set(view)
      return () => {
        if (element.contains(document.activeElement)) dialog.focusFollows = true
        if (timeline.get() === view) timeline.set(null)
        detach?.()
      }
    },
    [listRef, scroller, dialog, revealNow],
  )
}
