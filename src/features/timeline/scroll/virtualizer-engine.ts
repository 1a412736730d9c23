import type { useVirtualizer, VirtualItem } from '@tanstack/react-virtual'
import type { ListEngine, RowBox } from './ListEngine.ts'
import { inWholeSteps } from './mounted-range.ts'

export type MessageVirtualizer = ReturnType<typeof useVirtualizer<HTMLDivElement, HTMLElement>>

/**
 * The virtualizer as the scroller sees it. Everything used of the library beyond its documentation is listed here, and each
 * has a test in `virtualizer-engine.test.ts` that fails when an upgrade changes it:
 *
 * - `resizeItem` while the library itself measures that row: the row that is being read may grow above and below its line,
 *   and the library can only move by a whole change or not at all. Its documentation warns of sizes from two
 *   hands; here both come from the same measurement.
 * - `elementsCache`: which rows are on the page. The library has no method for it.
 * - `itemSizeCache`: whether a row's height is known, and forgetting the heights of rows that no longer exist, which would be
 *   kept for ever.
 * - `options.scrollPaddingStart` is written before `scrollToIndex`: a jump's room above its row differs from that of the
 *   keyboard, and the option is otherwise only read when the list is drawn.
 * - `scrollOffset` is written before the list has its element: the height of the list decides where its end is, and is only
 *   known once the element is there. A second position a moment later is lost in WebKit.
 * - `indexFromElement` is replaced: the library reads a row's index from an attribute, and every row would be drawn again when a
 *   page is prepended. Rows carry their key, which stays.
 * - `calculateRange` is replaced: the library draws the list again whenever another row comes into sight, which is in each frame of a quick
 *   scroll. The rows in sight go by whole steps, as those that are mounted do.
 * - `cancelScroll`: aiming goes by index, and a prepended page gives every index another message.
 *
 * @param estimates heights of rows that are not measured, by their keys; those of removed rows are deleted from it
 * @param indexOf index of a row by its key; undefined once it no longer exists
 * @param mountAgain draws the list again, and so asks which rows to mount
 * @param movesAlong whether the list moves along with a row that changes its height
 */
export function virtualizerEngine(
  virtualizer: MessageVirtualizer,
  estimates: Map<string, number>,
  indexOf: (key: string) => number | undefined,
  mountAgain: () => void,
  movesAlong: (row: RowBox) => boolean,
): ListEngine {
  const box = (item: VirtualItem | undefined): RowBox | undefined => {
    if (!item) return undefined
    const key = String(item.key)
    // Positions are recalculated when they are next read, so that a height just measured counts at once.
    return { key, index: item.index, start: item.start, size: virtualizer.itemSizeCache.get(key) ?? item.size }
  }
  virtualizer.indexFromElement = (element) => indexOf(element.dataset['rowKey'] ?? '') ?? -1
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (item) => movesAlong({ ...item, key: String(item.key) })
  const rowsInSight = virtualizer.calculateRange
  const wholeSteps = () => {
    const range = rowsInSight()
    if (!range) return range
    const { first, last } = inWholeSteps({ first: range.startIndex, last: range.endIndex }, virtualizer.options.count)
    return (virtualizer.range = { startIndex: first, endIndex: last })
  }
  virtualizer.calculateRange = Object.assign(wholeSteps, rowsInSight)
  return {
    get offset() {
      return virtualizer.scrollOffset ?? 0
    },
    get viewport() {
      return virtualizer.scrollRect ?? { width: window.innerWidth, height: window.innerHeight }
    },
    get total() {
      return virtualizer.getTotalSize()
    },
    get direction() {
      return virtualizer.scrollDirection
    },
    get inSight() {
      return virtualizer.range && { first: virtualizer.range.startIndex, last: virtualizer.range.endIndex }
    },
    row: (index) => box(virtualizer.measurementsCache[index]),
    rowAt: (offset) => box(virtualizer.getVirtualItemForOffset(offset)),
    mountedRows: () => virtualizer.getVirtualItems().map((item) => ({ ...item, key: String(item.key) })),
    isMounted: (key) => virtualizer.elementsCache.has(key),
    isMeasured: (key) => virtualizer.itemSizeCache.has(key),
    elementOf: (key) => virtualizer.elementsCache.get(key),
    resize: (index, size) => virtualizer.resizeItem(index, size),
    startAt: (offset) => {
      virtualizer.scrollOffset = offset
    },
    scrollTo: (offset, behavior) => virtualizer.scrollToOffset(offset, { behavior }),
    scrollToEnd: (behavior) => virtualizer.scrollToEnd({ behavior }),
    scrollToRow: (index, { top, align, behavior }) => {
      virtualizer.options.scrollPaddingStart = top
      virtualizer.scrollToIndex(index, { align, behavior })
    },
    cancelScroll: () => virtualizer.cancelScroll(),
    forget: (isGone) => {
      for (const key of virtualizer.itemSizeCache.keys()) if (isGone(String(key))) virtualizer.itemSizeCache.delete(key)
      for (const key of estimates.keys()) if (isGone(key)) estimates.delete(key)
    },
    mountAgain,
  }
}
