import type { ListEngine, RowBox } from './ListEngine.ts'

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

/** The row at the line. */
interface Noted {
  readonly key: string
  /** The innermost block that the line runs through, and where it begins in its row, px. */
  readonly block: Element
  readonly offsetInRow: number
  /** Width of the list when this was noted, px. */
  readonly listWidth: number
  readonly rowBeginsInSight: boolean
}

/**
 * The fixed point of the timeline: the line at the middle of the viewport, where the reader reads. When
 * rows change their height, what is above this line makes room upwards and what is below it downwards.
 *
 * The list can only "move by the whole change of this row, or not at all". The row that the line runs through may
 * grow on both sides of it, so its change is reported in two parts, and the list moves along with the first.
 */
export class ReadingLine {
  #noted: Noted | null = null
  /** While the part above the line is being reported. */
  #tellsAbove = false
  readonly #indexOf: (key: string) => number | undefined

  /** @param indexOf index of a row now; undefined once it no longer exists */
  constructor(indexOf: (key: string) => number | undefined) {
    this.#indexOf = indexOf
  }

  /**
   * Remembers what is at the line now. Cheap at the beginning of a frame: reads a few boxes, writes nothing.
   * @param isFast messages go by too fast to read: the row is enough, whatever in it the line runs through
   */
  note(engine: ListEngine, list: HTMLElement, isFast: boolean): void {
    const middle = list.clientHeight / 2
    const row = engine.rowAt(list.scrollTop + middle)
    const element = row && engine.elementOf(row.key)
    if (!row || !element?.isConnected) {
      this.#noted = null
      return
    }
    const box = element.getBoundingClientRect()
    // The row has changed but is not measured yet: that needs what was noted before the change.
    if (Math.abs(box.height - row.size) > 0.01 && this.#noted?.key === row.key) return
    const block = isFast ? element : blockAt(element, list.getBoundingClientRect().top + middle)
    this.#noted = {
      key: row.key,
      block,
      offsetInRow: block.getBoundingClientRect().top - box.top,
      listWidth: list.clientWidth,
      rowBeginsInSight: row.start >= list.scrollTop,
    }
  }

  /** Key of the row at the line; null while none is known. */
  get key(): string | null {
    return this.#noted?.key ?? null
  }

  /** Whether a row's change takes place above the line, so that the list moves along with it. */
  isAbove(row: RowBox, engine: ListEngine): boolean {
    if (row.key === this.#noted?.key) return this.#tellsAbove
    const line = this.#noted === null ? undefined : this.#indexOf(this.#noted.key)
    const beginsAboveViewport = row.start < engine.offset
    if (line === undefined) return beginsAboveViewport
    // A first measurement replaces an estimate; it may come in a frame in which the line itself has moved.
    return row.index < line || (beginsAboveViewport && !engine.isMeasured(row.key))
  }

  /**
   * Has to get every measurement of a row before the list does. Where the line runs through that row, the list gets
   * the growth above the line from here; the caller reports the rest.
   * @param height of the row now, px
   * @param listWidth px
   */
  beforeResize(index: number, height: number, engine: ListEngine, listWidth: number): void {
    const noted = this.#noted
    if (noted === null || this.#indexOf(noted.key) !== index) return
    const before = engine.row(index)?.size
    const element = engine.elementOf(noted.key)
    if (before === undefined || before === height || !element || !noted.block.isConnected) return
    // At another width every line wraps differently, so the top of the message is what stays.
    if (listWidth !== noted.listWidth && noted.rowBeginsInSight) return
    const offsetInRow = noted.block.getBoundingClientRect().top - element.getBoundingClientRect().top
    const grownAbove = offsetInRow - noted.offsetInRow
    this.#noted = { ...noted, offsetInRow }
    if (grownAbove === 0) return
    this.#tellsAbove = true
    try {
      engine.resize(index, before + grownAbove)
    } finally {
      this.#tellsAbove = false
    }
  }
}
