/** How far from an end of what is loaded the next page is asked for, px: never less than this … */
const LEAST_PX = 1_500
/** … and this much farther when the reader moves fast. */
const FAST_FACTOR = 3
/** Two and a half screens of a desktop in a second. */
const FAST_PX_PER_MS = 2
/** A pause after which a movement is a new one, ms: it may be a jump. */
export const PAUSE_MS = 120

/** How fast a list is scrolled. */
export class Pace {
  #at = 0
  #offset = 0

  /** Whether it has come here fast. @param offset where the list stands, px @param now ms */
  isFast(offset: number, now: number): boolean {
    const elapsed = now - this.#at
    if (elapsed <= 0) return false
    const fast = elapsed < PAUSE_MS && Math.abs(offset - this.#offset) / elapsed > FAST_PX_PER_MS
    this.#at = now
    this.#offset = offset
    return fast
  }
}

/** Watches the speed of scrolling, so that a page is there before a fast reader is. */
export class Reach {
  readonly #pace = new Pace()
  #fastUntil = 0

  /** @param offset where the list stands, px @param now ms */
  px(offset: number, viewport: number, now: number): number {
    if (this.#pace.isFast(offset, now)) this.#fastUntil = now + PAUSE_MS
    const usual = Math.max(LEAST_PX, 2 * viewport)
    return now < this.#fastUntil ? usual * FAST_FACTOR : usual
  }
}
