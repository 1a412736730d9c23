import { deferredLoads } from './DeferredLoads.ts'

type State<T> = { readonly name: 'loading' } | { readonly name: 'loaded'; readonly module: T } | { readonly name: 'failed' }

/** A module that loads after the first messages, for use inside rows; see `Deferred`. */
export class DeferredModule<T> {
  readonly #importer: () => Promise<T>
  readonly #listeners = new Set<() => void>()
  #state: State<T> | null = null

  constructor(importer: () => Promise<T>) {
    this.#importer = importer
  }

  /** Loads it, unless that has begun. */
  readonly load = (): void => {
    if (!this.#state) this.#load()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    // Loaded once something shows it.
    this.load()
    return () => this.#listeners.delete(listener)
  }

  readonly state = (): State<T> | null => this.#state

  readonly #load = (): void => {
    this.#set({ name: 'loading' })
    deferredLoads.run(this.#importer, this.#load).then(
      (module) => this.#set({ name: 'loaded', module }),
      () => this.#set({ name: 'failed' }),
    )
  }

  #set(state: State<T>): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}
