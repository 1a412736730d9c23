import { useEffect, useMemo, type RefObject } from 'react'
import type { MessageVirtualizer } from './useMessageVirtualizer.ts'

/** Where to land: at the end, or with a row at a distance from the top of the viewport, px. */
export type LandingPlace =
  | { readonly at: 'end' }
  | { readonly at: 'message'; readonly index: () => number | undefined; readonly offset: number }

export interface Landing {
  /** Goes there; `smooth` only over short distances and where motion is welcome. */
  land(place: LandingPlace, smooth?: boolean): void
  /** Brings a row into view by the shortest way. */
  reveal(index: number): void
  /** Rows were added above: aims anew, for indexes name other rows now. */
  again(): void
}

/** Farther jumps are instant, px. */
const SMOOTH_PX = 1_500
/** A landing that takes longer has been left by the reader or has arrived, ms. */
const AIM_MS = 1_500

/** Under the floating day, px. */
const BELOW_DAY = 48

/**
 * Programmatic scrolling that survives what happens to the list on its way.
 *
 * @param room the virtualizer's `scrollPaddingStart`: room above a row that is scrolled to, px. Rendering sets
 *   the virtualizer's options anew, so it has to come from here every time.
 */
export function useLanding(virtualizer: MessageVirtualizer, scroller: RefObject<HTMLDivElement | null>, room: RefObject<number>): Landing {
  const [landing, forget] = useMemo(() => {
    let aim: { readonly place: LandingPlace; readonly until: number } | null = null
    const leaveRoom = (px: number) => {
      room.current = px
      virtualizer.options.scrollPaddingStart = px
    }
    const go = (place: LandingPlace, smooth: boolean) => {
      const element = scroller.current
      if (!element) return
      const animated = smooth && !window.matchMedia('(prefers-reduced-motion: reduce)').matches
      const behavior = (to: number) => (animated && Math.abs(to - element.scrollTop) <= SMOOTH_PX ? 'smooth' : 'auto')
      if (place.at === 'end') {
        virtualizer.scrollToEnd({ behavior: behavior(element.scrollHeight - element.clientHeight) })
        return
      }
      const index = place.index()
      if (index === undefined || index < 0) return
      leaveRoom(place.offset)
      const [to = 0] = virtualizer.getOffsetForIndex(index, 'start') ?? []
      virtualizer.scrollToIndex(index, { align: 'start', behavior: behavior(to) })
    }
    const made: Landing = {
      land(place, smooth = false) {
        aim = { place, until: performance.now() + AIM_MS }
        go(place, smooth)
      },
      reveal(index) {
        leaveRoom(BELOW_DAY)
        virtualizer.scrollToIndex(index, { align: 'auto' })
      },
      again() {
        virtualizer.cancelScroll()
        if (aim && performance.now() < aim.until) go(aim.place, false)
      },
    }
    return [made, () => (aim = null)] as const
  }, [virtualizer, scroller, room])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const events = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const
    for (const event of events) element.addEventListener(event, forget, { passive: true })
    // In another width lines break anew: what is being read stays, and not what was aimed at.
    window.addEventListener('resize', forget)
    return () => {
      window.removeEventListener('resize', forget)
      for (const event of events) element.removeEventListener(event, forget)
    }
  }, [scroller, forget])
  return landing
}
