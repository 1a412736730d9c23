import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual'

export type ListVirtualizer = Virtualizer<HTMLDivElement, HTMLElement>

/** Height of the border box in fractions of a pixel; rounding would add up over rows. */
const heightOf = (element: Element, entry: ResizeObserverEntry | undefined): number =>
  entry?.borderBoxSize[0]?.blockSize ?? element.getBoundingClientRect().height

const MAX_STEPS = 6

/** The innermost block of a row at a height of the window. */
function blockAt(row: Element, y: number): Element {
  let block = row
  for (let step = 0; step < MAX_STEPS; step++) {
    let next: Element | null = null
    for (const child of block.children) {
      const { top, height } = child.getBoundingClientRect()
      if (top > y) break
      if (height > 0) next = child
    }
    if (!next) break
    block = next
  }
  return block
}

/**
 * The fixed point of the timeline: the line at the middle of the viewport, where the reader reads. When
 * rows change their height, what is above this line makes room upwards and what is below it downwards.
 *
 * The virtualizer can only be told "move by the whole change of this row, or not at all". The row that the
 * line runs through may grow on both sides of it, so its change is given to the virtualizer in two parts.
 */
export class ReadingLine {
  #key: string | null = null
  #block: Element | null = null
  #offsetInRow = 0
  #width = 0
  /** Whether the row's first line is in sight. */
  #topInSight = false
  /** While the part above the line is being given. */
  #above = false
  readonly #indexOf: (key: string) => number | undefined

  constructor(indexOf: (key: string) => number | undefined) {
    this.#indexOf = indexOf
  }

  /** Remembers what is at the line now. Cheap: reads a few boxes, writes nothing. */
  note(virtualizer: ListVirtualizer): void {
    const scroller = virtualizer.scrollElement
    if (!scroller) return
    const middle = scroller.clientHeight / 2
    const item = virtualizer.getVirtualItemForOffset(scroller.scrollTop + middle)
    const row = item && virtualizer.elementsCache.get(item.key)
    if (!item || !row?.isConnected) {
      this.#key = null
      return
    }
    // The row has changed and its measure is still to come: it needs what was noted before the change.
    if (Math.abs(row.getBoundingClientRect().height - item.size) > 0.01 && this.#key === item.key) return
    this.#key = String(item.key)
    this.#width = scroller.clientWidth
    this.#topInSight = item.start >= scroller.scrollTop
    this.#block = blockAt(row, scroller.getBoundingClientRect().top + middle)
    this.#offsetInRow = this.#block.getBoundingClientRect().top - row.getBoundingClientRect().top
  }

  /** For `virtualizer.shouldAdjustScrollPositionOnItemSizeChange`: whether the view moves along with a row's change. */
  movesAlong = (item: VirtualItem, _delta: number, virtualizer: ListVirtualizer): boolean => {
    if (item.key === this.#key) return this.#above
    const line = this.#key === null ? undefined : this.#indexOf(this.#key)
    const aboveViewport = item.start < (virtualizer.scrollOffset ?? 0)
    if (line === undefined) return aboveViewport
    // A first measure replaces an estimate; it may come in the frame in which the line itself has moved on.
    return item.index < line || (aboveViewport && !virtualizer.itemSizeCache.has(item.key))
  }

  /** For the virtualizer's `measureElement`. */
  measure = (element: HTMLElement, entry: ResizeObserverEntry | undefined, virtualizer: ListVirtualizer): number => {
    const height = heightOf(element, entry)
    const index = virtualizer.indexFromElement(element)
    if (this.#key === null || this.#indexOf(this.#key) !== index) return height
    // Absent from the cache while the estimate has proved right.
    const before = virtualizer.itemSizeCache.get(this.#key) ?? virtualizer.measurementsCache[index]?.size
    if (before === undefined || before === height || !this.#block?.isConnected) return height
    // In another width every line breaks anew: then the beginning of the message is what stays.
    if (virtualizer.scrollElement?.clientWidth !== this.#width && this.#topInSight) return height
    const offset = this.#block.getBoundingClientRect().top - element.getBoundingClientRect().top
    const above = offset - this.#offsetInRow
    this.#offsetInRow = offset
    if (above !== 0) {
      this.#above = true
      try {
        virtualizer.resizeItem(index, before + above)
      } finally {
        this.#above = false
      }
    }
    return height
  }
}
