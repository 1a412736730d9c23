/** Loads a part of the app, or whatever else is not needed for the first messages. */
type Load<T> = () => Promise<T>

const servesPage = async (): Promise<boolean> => {
  try {
    return (await fetch(window.location.href, { method: 'HEAD', cache: 'no-store' })).ok
  } catch {
    return false
  }
}

/**
 * All that travels after the messages for which the page was opened: when it may, and what happens when it does not
 * arrive. What could not be loaded is mostly lost for one reason, so all of it is asked for again together.
 */
export class DeferredLoads {
  readonly #reload: () => void
  readonly #isServed: () => Promise<boolean>
  #open: () => void = () => {}
  readonly #opened = new Promise<void>((resolve) => (this.#open = resolve))
  #companion: Load<unknown> = () => Promise.resolve()
  #companionLoad: Promise<unknown> | null = null
  readonly #failed = new Set<() => void>()
  #askedByReader = false

  /** @param reload loads the page anew @param isServed whether the server answers for the page */
  constructor(reload: () => void = () => window.location.reload(), isServed: () => Promise<boolean> = servesPage) {
    this.#reload = reload
    this.#isServed = isServed
  }

  /** Lets them begin: what the reader came for is there, has failed, or is slow enough to leave time for them. */
  readonly allow = (): void => this.#open()

  /** What each of them needs beside its own code, such as texts; it is loaded with the first. */
  accompany(load: Load<unknown>): void {
    this.#companion = load
    this.#companionLoad = null
  }

  /** Loads something once it may. After a failure `again` is called when there is reason to try once more. */
  async run<T>(load: Load<T>, again: () => void): Promise<T> {
    await this.#opened
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

  /** Calls `again` once, at the next try. Returns what takes it back. */
  onRetry(again: () => void): () => void {
    this.#failed.add(again)
    return () => void this.#failed.delete(again)
  }

  /** Asks again for everything that has failed. @param byReader they have pressed a button, and expect something to happen */
  retry({ byReader }: { readonly byReader: boolean }): void {
    this.#askedByReader = byReader
    const waiting = [...this.#failed]
    this.#failed.clear()
    for (const again of waiting) again()
  }

  /**
   * What fails again although the reader asked for it can be a file that the browser remembers as failed, as browsers
   * before 2026 do for as long as a page lives, or one of an older build. A new page has neither trouble; it takes the
   * reader back to where they were. It is loaded only if it is there to be had.
   */
  async #fail(): Promise<void> {
    this.#companionLoad = null
    if (!this.#askedByReader) return
    this.#askedByReader = false
    if (await this.#isServed()) this.#reload()
  }
}

/** Those of the page: it has one network, and one moment at which its first messages are there. */
export const deferredLoads = new DeferredLoads()
