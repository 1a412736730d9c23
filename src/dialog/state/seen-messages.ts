import type { TimelineView } from './timeline-view.ts'

/** Ids of the messages that are on the screen, in part at least; empty while none are. */
export function seenMessages(timeline: TimelineView | null): ReadonlySet<number> {
  const screen = timeline?.element.getBoundingClientRect()
  if (!timeline || !screen) return new Set()
  const seen = timeline.mounted().filter(({ element }) => {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > screen.top && top < screen.bottom
  })
  return new Set(seen.map(({ id }) => id))
}

/**
 * Ids of the messages that what is learned of them must not change in height: those on the screen, except in the first picture,
 * which may settle until the reader touches it.
 */
export const steadyMessages = (timeline: TimelineView | null): ReadonlySet<number> =>
  timeline?.isUntouched ? new Set() : seenMessages(timeline)
