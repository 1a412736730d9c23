/**
 * What a scan has found, newest first, of bounded size. It is in order by the way it is filled: from its middle to both ends.
 */
export class FoundAttachments<T> {
  readonly #max: number
  readonly #idOf: (entry: T) => number
  #newestFirst: T[] = []
  readonly #ids = new Set<number>()

  constructor(max: number, idOf: (entry: T) => number) {
    this.#max = max
    this.#idOf = idOf
  }

  get size(): number {
    return this.#newestFirst.length
  }

  get oldest(): T | undefined {
    return this.#newestFirst.at(-1)
  }

  /** Entries that ascend, all older than those that are there. */
  addOlder(entries: readonly T[]): void {
    this.#newestFirst.push(...this.#fresh(entries).toReversed())
  }

  /** Entries that ascend, all newer than those that are there. @returns whether the oldest had to go for them */
  addNewer(entries: readonly T[]): boolean {
    this.#newestFirst = [...this.#fresh(entries).toReversed(), ...this.#newestFirst]
    const dropped = this.#newestFirst.splice(this.#max)
    for (const entry of dropped) this.#ids.delete(this.#idOf(entry))
    return dropped.length > 0
  }

  /** What is there already is replaced where it stands. */
  #fresh(entries: readonly T[]): T[] {
    const fresh = entries.filter((entry) => !this.replace(entry))
    for (const entry of fresh) this.#ids.add(this.#idOf(entry))
    return fresh
  }

  /** @returns whether an entry with its id was there */
  replace(entry: T): boolean {
    const id = this.#idOf(entry)
    if (!this.#ids.has(id)) return false
    this.#newestFirst = this.#newestFirst.map((known) => (this.#idOf(known) === id ? entry : known))
    return true
  }

  /** @returns whether any went */
  remove(is: (id: number) => boolean): boolean {
    const gone = [...this.#ids].filter(is)
    for (const id of gone) this.#ids.delete(id)
    if (gone.length > 0) this.#newestFirst = this.#newestFirst.filter((entry) => this.#ids.has(this.#idOf(entry)))
    return gone.length > 0
  }

  has(id: number): boolean {
    return this.#ids.has(id)
  }

  /** All, newest first, with some others in any order; of two with one id the one that was found counts. */
  mergedWith(others: readonly T[]): T[] {
    const rest = others.filter((entry) => !this.#ids.has(this.#idOf(entry))).sort((a, b) => this.#idOf(b) - this.#idOf(a))
    if (rest.length === 0) return [...this.#newestFirst]
    const merged: T[] = []
    let at = 0
    for (const entry of this.#newestFirst) {
      for (let next = rest[at]; next !== undefined && this.#idOf(next) > this.#idOf(entry); next = rest[++at]) merged.push(next)
      merged.push(entry)
    }
    return [...merged, ...rest.slice(at)]
  }
}
