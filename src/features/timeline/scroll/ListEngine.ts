import type { RowRange } from './mounted-range.ts'

/** A row's place in the list. */
export interface RowBox {
  readonly key: string
  readonly index: number
  /** px from the beginning of the list. */
  readonly start: number
  /** px; an estimate until the row has been measured. */
  readonly size: number
}

/**
 * What the scroller needs of whatever places the rows. Heights and places are px in the list's own coordinates.
 * `virtualizer-engine.ts` is the real one; tests have one without a browser.
 */
export interface ListEngine {
  /** Scroll position, from the beginning of the list. */
  readonly offset: number
  readonly viewport: { readonly width: number; readonly height: number }
  /** Height of everything, the room at the ends included. */
  readonly total: number
  /** Direction of the reader's scrolling; null at rest. Moving along with rows does not count. */
  readonly direction: 'backward' | 'forward' | null
  /** The rows in sight; null before anything is known. */
  readonly inSight: RowRange | null

  row(index: number): RowBox | undefined
  /** The row at a place; the nearest one where none is. */
  rowAt(offset: number): RowBox | undefined
  /** The mounted rows, oldest first. */
  mountedRows(): readonly RowBox[]
  isMounted(key: string): boolean
  /** Whether the row's height is measured, not estimated. */
  isMeasured(key: string): boolean
  elementOf(key: string): HTMLElement | undefined

  /** Sets a row's new height. The list moves along if `TimelineScroller.movesAlong` says so. */
  resize(index: number, size: number): void
  /** Before anything has been shown: where the list will stand. */
  startAt(offset: number): void
  scrollTo(offset: number, behavior: 'auto' | 'smooth'): void
  scrollToEnd(behavior: 'auto' | 'smooth'): void
  /** Scrolls to a row and keeps aiming at it while rows are measured. `top`: room above it. `auto`: by the shortest way. */
  scrollToRow(
    index: number,
    options: { readonly top: number; readonly align: 'start' | 'auto'; readonly behavior: 'auto' | 'smooth' },
  ): void
  /** Ends such aiming. */
  cancelScroll(): void
  /** Forgets the heights of rows that no longer exist. */
  forget(isGone: (key: string) => boolean): void
  /** Makes the list ask again which rows to mount. */
  mountAgain(): void
}
