/** A place in the page's viewport, CSS px. */
export interface Point {
  readonly x: number
  readonly y: number
}

export type Key = 'Control' | 'Shift' | 'Home' | 'PageDown' | 'Escape' | 'c' | 'v'

/** A browser as a person uses it, and what its page says. One page, 1280 × 800 px. */
export interface Driver {
  readonly name: string
  /** Resolves once the page has loaded. */
  open(url: string): Promise<void>
  /** What a function returns in the page; it is sent as its source, and takes and returns JSON. @param frame a selector of the frame to run it in */
  evaluate<T, Args extends readonly unknown[]>(run: (...args: Args) => T | Promise<T>, args: Args, frame?: string): Promise<T>
  /** One turn of the wheel. @param deltaY px; negative is towards older messages */
  wheel(at: Point, deltaY: number): Promise<void>
  click(at: Point, options?: { readonly button?: 'left' | 'right'; readonly held?: Key }): Promise<void>
  /** Presses keys together: the last one while the others are held. */
  press(...keys: readonly Key[]): Promise<void>
  /** Errors that the pages have not caught so far. */
  errors(): readonly string[]
  close(): Promise<void>
}
