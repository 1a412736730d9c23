/** How long a frame takes from the page's own thread to the screen, ms: two or three turns of the display. */
const ON_SCREEN_MS = 50

/**
 * Runs `work` once the next frame is on the screen. What the page has laid out is drawn by other threads; work that began at once would
 * take their processors from them, and the frame would be late.
 */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work, ON_SCREEN_MS))
}
