/** Runs `work` once nothing has happened for a while; each `bump` reports that something has. */
export class IdleTimer {
  readonly #ms: number
  readonly #work: () => void
  #touchedAt = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(ms: number, work: () => void) {
    this.#ms = ms
    this.#work = work
  }

  /** Cheap enough for every event of scrolling: the timer is set once, and set again only if it fires too early. */
  readonly bump = (): void => {
    this.#touchedAt = performance.now()
    this.#timer ??= setTimeout(this.#look, this.#ms)
  }

  readonly stop = (): void => {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  readonly #look = (): void => {
    const left = this.#touchedAt + this.#ms - performance.now()
    this.#timer = left > 0 ? setTimeout(this.#look, left) : undefined
    if (left <= 0) this.#work()
  }
}
