/** How far from an end of what is loaded the next page is asked for, px: never less than this … */
const LEAST_PX = 1_500
/** … and this much farther when the reader moves fast. */
const FAST_FACTOR = 3
/** Two and a half screens of a desktop in a second. */
const FAST_PX_PER_MS = 2
/** A pause after which a movement is a new one, ms: it may be a jump. */
export const PAUSE_MS = 120

/** What the reader scrolls to within this time is near, ms … */
const SOON_MS = 100
/** … and nobody scrolls as far as this within it: something was put above, or this is a jump, px. */
const LEAP_PX = 2_500

/** How fast a list is scrolled. */
export class Pace {
  #at = 0
  #offset = 0
  #speed = 0

  /** Whether it has come here fast. @param offset where the list stands, px @param now ms */
  isFast(offset: number, now: number): boolean {
    const elapsed = now - this.#at
    if (elapsed <= 0) return false
    this.#speed = elapsed < PAUSE_MS ? Math.abs(offset - this.#offset) / elapsed : 0
    this.#at = now
    this.#offset = offset
    return this.#speed > FAST_PX_PER_MS
  }

  /** How far it will soon have gone on, px. @param now ms */
  soon(now: number): number {
    const px = now - this.#at < PAUSE_MS ? this.#speed * SOON_MS : 0
    return px < LEAP_PX ? px : 0
  }
}

/** Watches the speed of scrolling, so that a page is there before a fast reader is. */
export class Reach {
  readonly pace = new Pace()
  #fastUntil = 0

  /** @param offset where the list stands, px @param now ms */
  px(offset: number, viewport: number, now: number): number {
    if (this.pace.isFast(offset, now)) this.#fastUntil = now + PAUSE_MS
    const usual = Math.max(LEAST_PX, 2 * viewport)
    return now < this.#fastUntil ? usual * FAST_FACTOR : usual
  }
}
