type State<T> = { readonly name: 'loading' } | { readonly name: 'loaded'; readonly module: T } | { readonly name: 'failed' }

const failed = new Set<{ load(): void }>()

/** What could not be loaded is mostly lost for one reason, so all of it is asked for again together. */
export function retryParts(): void {
  for (const part of [...failed]) part.load()
}

/** A part of the app that travels after what the first messages need. */
export class Part<T> {
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
    this.#importer().then(
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
