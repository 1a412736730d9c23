import type { TimelineView } from '~/dialog/state/timeline-view'

/** A list that goes by at a speed, of which rows know no more. */
export function listAt(speed: TimelineView['speed']) {
  const listeners = new Set<() => void>()
  const list = {
    speed,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    view: list as unknown as TimelineView,
    slowDown: () => {
      list.speed = 'slow'
      for (const listener of listeners) listener()
    },
  }
}
