import { uniqueId } from '~/lib/unique-id'

/** What an entry of the browser's history says of what is open over the page. */
export interface LayeredState {
  /** Entries before it, as far as the app has made them. */
  readonly at: number
  /** Of what was opened in it: Back leads away from this entry and closes that. */
  readonly layer?: string
  /** A jump does not leave that open, and takes the place of the entry. */
  readonly passing?: boolean
  /** It opens again when the page is loaded anew. */
  readonly lasting?: boolean
  /** The app itself is about to go back from here: what has to be added waits until then. */
  readonly leaving?: boolean
}

/** The browser's history, as far as it is used. */
export type EntryHistory = Pick<History, 'state' | 'length' | 'pushState' | 'replaceState' | 'go'>

/** What goes with its chat and opens again once the reader has come back to that: its entry is kept for it. */
export interface Returning {
  readonly id: string
  /** Whether it will. */
  returns: boolean
  /** Whether it does so when the page is loaded anew, too. */
  readonly lasting?: boolean
}

interface Layer {
  readonly id: string
  readonly close: () => void
  readonly stays: boolean
  readonly lasting: boolean
  /** Of its entry; null while it has none. */
  at: number | null
}

/** Browsers keep so many entries: from then on, their number no longer tells of new ones. */
const MOST_ENTRIES = 50
/** When going to another entry has had no effect after this long, ms, the browser has refused it. */
const REFUSED_MS = 1_000

/**
 * Makes Back close what is open before it leaves what is shown: each thing that opens is an entry of the browser's history, with the
 * address of the one before. What closes by itself takes its entry back; one that cannot be taken back, because others lie
 * over it, is skipped when the reader comes to it.
 */
export class BackStack {
  readonly #page: EventTarget
  readonly #history: EntryHistory
  readonly #framed: boolean
  /** In the order in which they were opened. */
  readonly #open = new Set<Layer>()
  readonly #returning = new Set<Returning>()
  /** What was open when the page was loaded anew, and is about to open again. */
  #awaited: string | undefined
  #users = 0
  /** Where the reader is, as far as it is known: jumps do not tell. */
  #at = 0
  /** Entries of the history that the app does not count. */
  #uncounted = Infinity
  /** Runs while the app itself goes to another entry. */
  #leaving: ReturnType<typeof setTimeout> | null = null

  /** @param page where `popstate` is heard @param framed whether others add to the same history */
  constructor(page: EventTarget, history: EntryHistory, framed: boolean) {
    this.#page = page
    this.#history = history
    this.#framed = framed
    const { lasting, layer } = this.#state
    if (lasting) this.#awaited = layer
  }

  /** Listens to Back. @returns stops */
  readonly watch = (): (() => void) => {
    if (this.#users++ === 0) {
      this.#page.addEventListener('popstate', this.#onArrival)
      this.#at = this.#state.at
    }
    // What was open before a reload, or does not open again.
    this.#tidySoon()
    return () => {
      if (--this.#users === 0) this.#page.removeEventListener('popstate', this.#onArrival)
    }
  }

  /**
   * Something has opened. @param close closes it, as Back does @param stays whether it stays open over a jump @param returning where it
   * may open again by itself @returns to be called once it has closed
   */
  readonly opened = (close: () => void, stays: boolean, returning?: Returning): (() => void) => {
    const layer: Layer = { id: returning?.id ?? uniqueId(), close, stays, lasting: returning?.lasting ?? false, at: null }
    this.#open.add(layer)
    if (layer.id === this.#awaited) this.#awaited = undefined
    if (returning) this.#returning.add(returning)
    if (this.#leaving === null) this.#enter(layer)
    return () => {
      if (this.#open.delete(layer)) this.#tidySoon()
    }
  }

  /** Closes everything. */
  readonly stop = (): void => {
    for (const layer of [...this.#open].toReversed()) layer.close()
  }

  get #state(): LayeredState {
    return { at: 0, ...(this.#history.state as Partial<LayeredState> | null) }
  }

  /** The last entry; too small after a reload. */
  get #newest(): number {
    return this.#history.length - this.#uncounted
  }

  /** What the present entry was made for is not open any more. */
  get #isSpare(): boolean {
    const { layer } = this.#state
    const kept = [...this.#open, ...[...this.#returning].filter(({ returns }) => returns)]
    return layer !== undefined && layer !== this.#awaited && !kept.some(({ id }) => id === layer)
  }

  #enter(layer: Layer): void {
    const state = this.#state
    const spare = this.#isSpare || state.layer === layer.id
    layer.at = spare ? state.at : state.at + 1
    const entry: LayeredState = { ...state, at: layer.at, layer: layer.id, passing: !layer.stays, lasting: layer.lasting }
    if (spare) this.#history.replaceState(entry, '')
    else {
      this.#history.pushState(entry, '')
      this.#uncounted = this.#history.length - layer.at
    }
    this.#at = layer.at
  }

  /** Not at once, so that what opens in place of what has closed takes over its entry. */
  #tidySoon(): void {
    setTimeout(() => {
      // With nobody left to watch, the entries are another one's.
      if (this.#users === 0 || this.#leaving !== null || !this.#isSpare) return
      // The portal around a frame may have added an entry of its own meanwhile, and going back would undo that one.
      const mayBeCovered = this.#newest !== this.#state.at || this.#history.length >= MOST_ENTRIES
      if (!this.#framed || !mayBeCovered) this.#leave(-1)
    })
  }

  #leave(step: 1 | -1): void {
    this.#history.replaceState({ ...this.#state, leaving: true }, '')
    this.#leaving = setTimeout(this.#stay, REFUSED_MS)
    this.#history.go(step)
  }

  /** At the present entry from now on: what was opened meanwhile gets entries of its own. */
  readonly #stay = (): void => {
    if (this.#leaving !== null) clearTimeout(this.#leaving)
    this.#leaving = null
    const { leaving, ...state } = this.#state
    if (leaving) this.#history.replaceState(state, '')
    for (const layer of this.#open) if (layer.at === null) this.#enter(layer)
  }

  readonly #onArrival = (): void => {
    const from = this.#at
    const { at } = this.#state
    this.#at = at
    for (const layer of [...this.#open].toReversed()) {
      if (layer.at === null || layer.at <= at) continue
      this.#open.delete(layer)
      layer.close()
    }
    if (this.#leaving !== null) clearTimeout(this.#leaving)
    if (this.#isSpare) this.#leave(at > from && at < this.#newest ? 1 : -1)
    else this.#stay()
  }
}
