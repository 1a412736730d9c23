import { mountedMessages } from '~/dialog/mounted-messages'
import type { TimelineView } from '~/dialog/timeline-view'
import type { TimelineScroller } from '../scroll/TimelineScroller.ts'

/** What others may ask of the list that is shown. */
export const timelineViewOf = (element: HTMLElement, scroller: TimelineScroller, reveal: TimelineView['reveal']): TimelineView => ({
  element,
  get speed() {
    return scroller.speed
  },
  subscribe: scroller.subscribe,
  anchor: () => scroller.anchor(),
  reveal,
  mounted: () => mountedMessages(element),
})
