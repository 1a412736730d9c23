/**
 * Watches the position of an element on the page: what is shown beside it closes when it moves. A list also scrolls to keep
 * it in place, when something above it grows.
 * @returns whether it has moved since, or was removed
 */
export function placeWatch(element: Element): () => boolean {
  const { top, left } = element.getBoundingClientRect()
  return () => {
    const now = element.getBoundingClientRect()
    return !element.isConnected || Math.abs(now.top - top) > 1 || Math.abs(now.left - left) > 1
  }
}
