import { useSyncExternalStore } from 'react'

/** What the reader sees of the list, as far as others need to know. */
export interface View {
  /** Day of the topmost message, where nothing on the screen names it. */
  readonly topDay: string | null
  readonly atEnd: boolean
}

/** Changes while scrolling, so only what shows it is drawn anew, and never the list. */
export class ViewStore {
  #view: View
  readonly #listeners = new Set<() => void>()

  constructor(view: View) {
    this.#view = view
  }

  readonly view = (): View => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set({ topDay, atEnd }: View): void {
    if (this.#view.topDay === topDay && this.#view.atEnd === atEnd) return
    this.#view = { topDay, atEnd }
    for (const listener of this.#listeners) listener()
  }
}

export const useView = (store: ViewStore): View => useSyncExternalStore(store.subscribe, store.view)
