/** How far from an end of what is loaded the next page is asked for, px: never less than this … */
const LEAST_PX = 1_500
/** … and this much farther when the reader moves fast. */
const FAST_FACTOR = 3
const FAST_PX_PER_MS = 2
/** A pause after which a movement is a new one, ms. */
const PAUSE_MS = 120

/** Watches the speed of scrolling, so that a page is there before a fast reader is. */
export class Reach {
  #at = 0
  #offset = 0
  #fastUntil = 0

  /** @param offset where the list stands, px @param now ms */
  px(offset: number, viewport: number, now: number): number {
    const elapsed = now - this.#at
    if (elapsed > 0 && elapsed < PAUSE_MS && Math.abs(offset - this.#offset) / elapsed > FAST_PX_PER_MS) this.#fastUntil = now + PAUSE_MS
    if (elapsed > 0) {
      this.#at = now
      this.#offset = offset
    }
    const usual = Math.max(LEAST_PX, 2 * viewport)
    return now < this.#fastUntil ? usual * FAST_FACTOR : usual
  }
}
