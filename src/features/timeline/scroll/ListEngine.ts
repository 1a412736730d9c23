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
  /** Where the list stands, from its beginning. */
  readonly offset: number
  readonly viewport: { readonly width: number; readonly height: number }
  /** Height of everything, the room at the ends included. */
  readonly total: number
  /** Which way the reader goes; null at rest. What moves along with rows is no way of theirs. */
  readonly direction: 'backward' | 'forward' | null
  /** The rows in sight; null before anything is known. */
  readonly inSight: RowRange | null

  row(index: number): RowBox | undefined
  /** The row at a place; the nearest one where none is. */
  rowAt(offset: number): RowBox | undefined
  /** Those that are on the page, oldest first. */
  mountedRows(): readonly RowBox[]
  isMounted(key: string): boolean
  /** Whether the row's height is known and no estimate. */
  isMeasured(key: string): boolean
  elementOf(key: string): HTMLElement | undefined

  /** Tells a row's new height. The list moves along as `TimelineScroller.movesAlong` answers. */
  resize(index: number, size: number): void
  /** Before anything has been shown: where the list will stand. */
  startAt(offset: number): void
  scrollTo(offset: number, behavior: 'auto' | 'smooth'): void
  scrollToEnd(behavior: 'auto' | 'smooth'): void
  /** Scrolls to a row and goes on aiming at it while rows are measured. `top`: room above it. `auto`: by the shortest way. */
  scrollToRow(
    index: number,
    options: { readonly top: number; readonly align: 'start' | 'auto'; readonly behavior: 'auto' | 'smooth' },
  ): void
  /** Ends such aiming. */
  cancelScroll(): void
  /** Forgets the heights of rows that have gone. */
  forget(isGone: (key: string) => boolean): void
  /** Has the rows to be mounted asked for again. */
  mountAgain(): void
}
