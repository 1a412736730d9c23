/** A list that has not moved for so long is at rest, ms; a movement after that is a new one: it may be a jump. */
export const REST_MS = 150
/** Two and a half screens of a desktop in a second. */
const FAST_PX_PER_MS = 2
/** What is reached within this time at the present speed is near, ms … */
const SOON_MS = 100
/** … up to this distance, px. */
const LEAP_PX = 2_500

/** Frames that take longer on average come late, ms: there are 16.7 between two of them. */
const SMOOTH_MS = 22
/** The share of the last frame in that average. */
const LAST_SHARE = 0.2

/** How fast a list is scrolled, and how smoothly. */
export class ScrollSpeed {
  #sampledAt = 0
  #offset = 0
  #pxPerMs = 0
  #fastUntil = 0
  #leapt = false
  #frameMs = 0

  /** Takes a sample of the scroll position. @param offset px @param now ms */
  sample(offset: number, now: number): void {
    const elapsed = now - this.#sampledAt
    if (elapsed <= 0) return
    if (elapsed < REST_MS) this.#frameMs += LAST_SHARE * (elapsed - this.#frameMs)
    const pxPerMs = elapsed < REST_MS ? Math.abs(offset - this.#offset) / elapsed : 0
    this.#sampledAt = now
    this.#offset = offset
    // One leap is a prepended page or a jump; only several in a row are a dragged scrollbar.
    const leaps = pxPerMs * SOON_MS >= LEAP_PX
    const isSpeed = !leaps || this.#leapt
    this.#leapt = leaps
    if (!isSpeed) return
    this.#pxPerMs = pxPerMs
    if (pxPerMs > FAST_PX_PER_MS) this.#fastUntil = now + REST_MS
  }

  /** Whether messages go by too fast to look at a picture, or did a moment ago. @param now ms */
  isFast(now: number): boolean {
    return now < this.#fastUntil
  }

  /** Whether frames have come in time lately. */
  get isSmooth(): boolean {
    return this.#frameMs < SMOOTH_MS
  }

  /** How far the list is expected to travel soon, px. @param now ms */
  expectedTravelPx(now: number): number {
    const px = now - this.#sampledAt < REST_MS ? this.#pxPerMs * SOON_MS : 0
    return px < LEAP_PX ? px : 0
  }
}

/** How far from an end of what is loaded the next page is loaded, px: never less than this … */
const LEAST_PX = 1_500
/** … and so many times farther for a fast reader. */
const FAST_FACTOR = 3

/** How far from an end of what is loaded the next page is loaded, px, so that it arrives before the reader does. */
export const prefetchDistance = (viewportPx: number, isFast: boolean): number =>
  Math.max(LEAST_PX, 2 * viewportPx) * (isFast ? FAST_FACTOR : 1)
