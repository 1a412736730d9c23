import type { TimelineView } from '~/dialog/state/timeline-view'
import type { Sight } from './found-hits.ts'

/** The first and the last message on the screen below what lies over its top, px from the top of the window; null where there are none. */
export function sightOf(view: TimelineView | null, coveredUntil: number): Sight | null {
  if (!view) return null
  const screen = view.element.getBoundingClientRect()
  const seen = view.mounted().filter(({ element }) => {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > Math.max(screen.top, coveredUntil) && top < screen.bottom
  })
  const [first, last] = [seen[0], seen.at(-1)]
  return first && last ? { first: first.id, last: last.id } : null
}
