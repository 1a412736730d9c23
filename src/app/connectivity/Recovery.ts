const FIRST_MS = 5_000
const LONGEST_MS = 60_000
/** After so long without a failure the next one is a new one, ms. */
const QUIET_MS = 120_000

/** Windows get and lose the focus in quick succession, as by a frame in them, ms. */
const FOCUS_PAUSE_MS = 2_000

/** What is to be done. */
export interface RecoveryWork {
  /** Whether anything that the reader looks at could not be loaded, for a reason that may pass. */
  readonly isMissing: () => boolean
  /** Whether the portal has answered the last request. */
  readonly answers: () => boolean
  /** Asks it anything, once. Whoever waits for its answers learns of it elsewhere (`lib/on-return.ts`). */
  readonly probe: () => Promise<unknown>
  /** Asks for all that is missing. */
  readonly askAgain: () => void
}

/**
 * When to ask again for what is missing while nobody says that the network is back: after a while, and then less and less often. A
 * portal that does not answer at all is asked one small question; what the reader sees of its failures stays until it answers.
 */
export class Recovery {
  readonly #work: RecoveryWork
  #waitMs = FIRST_MS
  #actedAt = -Infinity
  #timer: ReturnType<typeof setTimeout> | undefined
  #isStopped = false

  constructor(work: RecoveryWork) {
    this.#work = work
  }

  /** Something may be missing. */
  readonly look = (): void => {
    if (this.#timer !== undefined || this.#isStopped) return
    if (Date.now() - this.#actedAt > QUIET_MS) this.#waitMs = FIRST_MS
    this.#timer = setTimeout(() => void this.#turn(), this.#waitMs)
  }

  /** The reader has come back: at once, what is missing. */
  readonly lookNow = (): void => {
    if (this.#isStopped || Date.now() - this.#actedAt < FOCUS_PAUSE_MS) return
    clearTimeout(this.#timer)
    void this.#turn()
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
  }

  async #turn(): Promise<void> {
    this.#timer = undefined
    if (!this.#work.isMissing()) return
    this.#actedAt = Date.now()
    this.#waitMs = Math.min(LONGEST_MS, this.#waitMs * 2)
    if (this.#work.answers()) this.#work.askAgain()
    else await this.#work.probe()
    this.look()
  }
}
