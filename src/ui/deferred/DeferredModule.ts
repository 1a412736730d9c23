type State<T> = { readonly name: 'loading' } | { readonly name: 'loaded'; readonly module: T } | { readonly name: 'failed' }

let open = (): void => {}
/** Parts travel only once what the reader came for is there, or has failed. */
const opened = new Promise<void>((resolve) => (open = resolve))

/** Once parts may come. */
export const deferredLoadsAllowed = (): Promise<void> => opened

/** Lets the parts come. */
export const allowDeferredLoads = (): void => open()

const failed = new Set<{ load(): void }>()

/** What could not be loaded is mostly lost for one reason, so all of it is asked for again together. */
export function retryDeferredLoads(): void {
  const parts = Array.from(failed)
  for (const part of parts) part.load()
}

/** A part of the app that travels after what the first messages need. */
export class DeferredModule<T> {
  readonly #importer: () => Promise<T>
  readonly #listeners = new Set<() => void>()
  #state: State<T> | null = null

  constructor(importer: () => Promise<T>) {
    this.#importer = importer
  }

  /** Loads it, if it is not there; after a failure tries again. */
  readonly load = (): void => {
    if (this.#state && this.#state.name !== 'failed') return
    failed.delete(this)
    this.#set({ name: 'loading' })
    opened.then(this.#importer).then(
      (module) => this.#set({ name: 'loaded', module }),
      () => {
        failed.add(this)
        this.#set({ name: 'failed' })
      },
    )
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    // Asked for once something shows it.
    if (!this.#state) this.load()
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): State<T> | null => this.#state

  #set(state: State<T>): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
