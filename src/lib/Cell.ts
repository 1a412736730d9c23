/** A value that is watched; for `useSyncExternalStore`. */
export interface Watched<T> {
  readonly get: () => T
  /** Calls whenever it changes, and maybe more often. @returns unsubscribes */
  readonly subscribe: (listener: () => void) => () => void
}

/** A value that others can watch. */
export class Cell<T> implements Watched<T> {
  #value: T
  readonly #listeners = new Set<() => void>()

  constructor(value: T) {
    this.#value = value
  }

  readonly get = (): T => this.#value

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly set = (value: T): void => {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of this.#listeners) listener()
  }
}
