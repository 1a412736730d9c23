import { useLayoutEffect, useRef, type RefObject } from 'react'
import { useDialog } from '~/dialog/DialogContext'
import { mountedMessages } from '~/dialog/mounted-messages'
import type { ScrollSpeed, TimelineView } from '~/dialog/timeline-view'
import { IdleTimer } from '~/lib/IdleTimer'
import { Pace, PAUSE_MS } from './PrefetchDistance.ts'

/**
 * Gives the list to everything that lies over it, for as long as it is mounted. While it is scrolled it carries
 * `data-scrolling`, for styles.
 */
export function useTimelineView(scroller: RefObject<HTMLDivElement | null>, reveal: TimelineView['reveal']): void {
  const { timeline } = useDialog()
  const latestReveal = useRef(reveal)
  latestReveal.current = reveal
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const listeners = new Set<() => void>()
    const tell = () => {
      for (const listener of listeners) listener()
    }
    const pace = new Pace()
    let speed: ScrollSpeed = 'rest'
    const rest = new IdleTimer(PAUSE_MS, () => {
      delete element.dataset['scrolling']
      speed = 'rest'
      tell()
    })
    const calm = new IdleTimer(PAUSE_MS, () => {
      if (speed === 'fast') speed = 'slow'
      tell()
    })
    const scrolled = () => {
      if (!rest.isPending) element.dataset['scrolling'] = ''
      rest.bump()
      if (pace.isFast(element.scrollTop, performance.now())) calm.bump()
      speed = calm.isPending ? 'fast' : 'slow'
      tell()
    }
    element.addEventListener('scroll', scrolled, { passive: true })
    const view: TimelineView = {
      element,
      get speed() {
        return speed
      },
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      reveal: (id, options) => latestReveal.current(id, options),
      mounted: () => mountedMessages(element),
    }
    timeline.set(view)
    return () => {
      element.removeEventListener('scroll', scrolled)
      rest.stop()
      calm.stop()
      if (timeline.get() === view) timeline.set(null)
    }
  }, [scroller, timeline])
}
