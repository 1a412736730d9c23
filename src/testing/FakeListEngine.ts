import type { ListEngine, RowBox } from '~/features/timeline/scroll/ListEngine'
import { EDGE_END, EDGE_START } from '~/features/timeline/scroll/list-view'

interface FakeRow {
  readonly key: string
  size: number
  measured: boolean
}

/** An element with a position and children; as much of one as the reading line needs. */
export interface FakeBlock {
  readonly children: readonly FakeBlock[]
  readonly isConnected: boolean
  getBoundingClientRect(): { readonly top: number; readonly height: number }
}

const block = (top: () => number, height: () => number, children: readonly FakeBlock[] = []): FakeBlock => ({
  children,
  isConnected: true,
  getBoundingClientRect: () => ({ top: top(), height: height() }),
})

/**
 * A list without a browser: rows of given heights in a viewport, and a record of the scroller's calls. It moves along with a
 * row that changes its height exactly when it is told to, as the real one does.
 */
export class FakeListEngine implements ListEngine {
  offset = 0
  direction: ListEngine['direction'] = null
  readonly viewport = { width: 800, height: 600 }
  /** The calls, in words. */
  readonly asked: string[] = []
  /** Keys of rows that are not on the page. */
  readonly unmounted = new Set<string>()
  #rows: FakeRow[] = []
  readonly #movesAlong: (row: RowBox) => boolean

  constructor(movesAlong: (row: RowBox) => boolean) {
    this.#movesAlong = movesAlong
  }

  /** Lays out rows; existing ones keep their heights, and what is visible stays. */
  layOut(keys: readonly string[], size: number, measured = true): void {
    const anchor = this.rowAt(this.offset)
    const inside = anchor ? this.offset - anchor.start : 0
    const known = new Map(this.#rows.map((row) => [row.key, row]))
    this.#rows = keys.map((key) => known.get(key) ?? { key, size, measured })
    const again = anchor && this.#boxes().find(({ key }) => key === anchor.key)
    if (again) this.offset = again.start + inside
  }

  /** A row's height changes on the page; the list is notified, as the real one is by the browser. */
  grow(key: string, px: number, told: (index: number, height: number) => void): void {
    const index = this.#rows.findIndex((row) => row.key === key)
    const height = (this.#rows[index]?.size ?? 0) + px
    told(index, height)
    this.resize(index, height)
  }

  #boxes(): RowBox[] {
    let start = EDGE_START
    return this.#rows.map(({ key, size }, index) => {
      const box = { key, index, start, size }
      start += size
      return box
    })
  }

  get total(): number {
    return EDGE_START + this.#rows.reduce((sum, { size }) => sum + size, 0) + EDGE_END
  }

  get inSight() {
    const seen = this.#boxes().filter(({ start, size }) => start + size > this.offset && start < this.offset + this.viewport.height)
    const [first] = seen
    const last = seen.at(-1)
    return first && last ? { first: first.index, last: last.index } : null
  }

  row = (index: number): RowBox | undefined => this.#boxes()[index]
  rowAt = (offset: number): RowBox | undefined => this.#boxes().findLast(({ start }) => start <= offset) ?? this.#boxes()[0]
  mountedRows = (): readonly RowBox[] => this.#boxes()
  isMounted = (key: string): boolean => !this.unmounted.has(key) && this.#rows.some((row) => row.key === key)
  isMeasured = (key: string): boolean => this.#rows.some((row) => row.key === key && row.measured)

  elementOf = (key: string): HTMLElement | undefined => {
    const box = () => this.#boxes().find((row) => row.key === key)
    const top = () => (box()?.start ?? 0) - this.offset
    // A heading of 20 px, and a text beneath it.
    const element = block(top, () => box()?.size ?? 0, [
      block(top, () => 20),
      block(
        () => top() + 20,
        () => (box()?.size ?? 20) - 20,
      ),
    ])
    return this.unmounted.has(key) ? undefined : box() && (element as unknown as HTMLElement)
  }

  resize = (index: number, size: number): void => {
    const row = this.#rows[index]
    const box = this.row(index)
    if (!row || !box) return
    const moves = this.#movesAlong(box)
    if (moves) this.offset += size - row.size
    row.size = size
    row.measured = true
  }

  startAt = (offset: number): void => {
    this.offset = offset
  }
  scrollTo = (offset: number, behavior: string): void => {
    this.asked.push(`to ${offset} ${behavior}`)
    this.offset = offset
  }
  scrollToEnd = (behavior: string): void => {
    this.asked.push(`to the end ${behavior}`)
    this.offset = Math.max(0, this.total - this.viewport.height)
  }
  scrollToRow: ListEngine['scrollToRow'] = (index, { top, align, behavior }) => {
    const box = this.row(index)
    this.asked.push(`to ${box?.key ?? '?'} ${align} ${top} ${behavior}`)
    if (box) this.offset = Math.max(0, Math.min(box.start - top, this.total - this.viewport.height))
  }
  cancelScroll = (): void => void this.asked.push('cancel')
  forget = (isGone: (key: string) => boolean): void => {
    for (const row of this.#rows) if (isGone(row.key)) this.asked.push(`forget ${row.key}`)
  }
  mountAgain = (): void => void this.asked.push('mount again')
}
