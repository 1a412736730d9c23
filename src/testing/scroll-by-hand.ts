/**
 * Scrolls as a reader does, who takes the list in hand first: one that has just opened goes back to where it opens whenever
 * a page arrives, until somebody touches it.
 *
 * @param by px; negative is up
 */
export function scrollByHand(list: Element, by: number): void {
  list.dispatchEvent(new WheelEvent('wheel', { deltaY: by, bubbles: true }))
  list.scrollTop += by
}
