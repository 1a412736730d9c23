import { Cell } from '~/lib/Cell'

/** How long what has failed waits where nothing else sees to it, ms. */
const AGAIN_MS = 10_000

/** Loads a part of the app, or whatever else is not needed for the first messages. */
type Load<T> = () => Promise<T>

const servesPage = (): Promise<boolean> =>
  fetch(window.location.href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

/**
 * Everything that loads after the first messages: when it may start, and what happens when it does not
 * arrive. Failed loads usually share one cause, so all of them are retried together.
 */
export class DeferredLoads {
  readonly #reload: () => void
  readonly #isServed: () => Promise<boolean>
  #open: () => void = () => {}
  /** How many parts have loaded (`lazyPart`). */
  readonly loadedParts = new Cell(0)
  /** Fulfilled once they may begin. */
  readonly opened = new Promise<void>((resolve) => (this.#open = resolve))
  #isAllowed = false
  #companion: Load<unknown> = async () => {}
  #companionLoad: Promise<unknown> | null = null
  readonly #failed = new Set<() => void>()
  #askedByReader = false
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Is told whenever something could not be loaded. What sees to that (`app/connectivity/`) is such a part itself, and may be missing too. */
  onMissing: () => void = () => {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.retry({ byReader: false }), AGAIN_MS)
  }

  /** @param reload reloads the page @param isServed whether the server still serves the page */
  constructor(reload: () => void = () => window.location.reload(), isServed: () => Promise<boolean> = servesPage) {
    this.#reload = reload
    this.#isServed = isServed
  }

  /** Whether anything could not be loaded and has not been asked for again. */
  get isMissing(): boolean {
    return this.#failed.size > 0
  }

  /** Lets them begin: the first messages are shown, have failed, or are slow enough to leave time for this. */
  readonly allow = (): void => {
    this.#isAllowed = true
    this.#open()
  }

  /** Whether they may have begun. */
  readonly isAllowed = (): boolean => this.#isAllowed

  /** Calls `begin` once, when they may. @returns nothing to do: React ignores what is told to a component that has gone */
  readonly onAllowed = (begin: () => void): (() => void) => {
    void this.opened.then(begin)
    return () => {}
  }

  /** What each of them needs besides its own code, such as texts; loaded with the first. */
  accompany(load: Load<unknown>): void {
    this.#companion = load
    this.#companionLoad = null
  }

  /** Loads something once that is allowed. After a failure `again` is called when a retry makes sense. */
  async run<T>(load: Load<T>, again: () => void): Promise<T> {
    await this.opened
    try {
      this.#companionLoad ??= this.#companion()
      const [loaded] = await Promise.all([load(), this.#companionLoad])
      this.#askedByReader = false
      return loaded
    } catch (error) {
      this.onRetry(again)
      void this.#fail()
      throw error
    }
  }

  /** Counts one more. */
  readonly partLoaded = (): void => this.loadedParts.set(this.loadedParts.get() + 1)

  /** Calls `again` once, at the next retry. @returns unsubscribes */
  onRetry(again: () => void): () => void {
    this.#failed.add(again)
    return () => void this.#failed.delete(again)
  }

  /** Retries everything that has failed. @param byReader they pressed a button, and expect something to happen */
  retry({ byReader }: { readonly byReader: boolean }): void {
    const waiting = [...this.#failed]
    if (waiting.length > 0) this.#askedByReader = byReader
    this.#failed.clear()
    for (const again of waiting) again()
  }

  /**
   * What fails again after the reader's retry can be a module that the browser remembers as failed, as browsers
   * before 2026 do for the lifetime of a page, or one of an older build. A reload cures both, and takes the
   * reader back to where they were. The page reloads only if the server answers.
   */
  async #fail(): Promise<void> {
    this.#companionLoad = null
    this.onMissing()
    if (!this.#askedByReader) return
    this.#askedByReader = false
    if (await this.#isServed()) this.#reload()
  }
}

/** One for the page, which has one network and one moment at which its first messages are shown. */
export const deferredLoads = new DeferredLoads()
