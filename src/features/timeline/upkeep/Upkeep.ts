import { FIRST_PACE, paceAfter, paceAfterError, type PollPace } from '~/domain/portal/poll-pace'
import { isPortalError, type PortalError } from '~/domain/portal/portal-error'
import type { UpkeepAnswer } from '~/queries/history/window-upkeep'

/** How long what is in sight may be out of date while the page is visible, ms. */
const REREAD_MS = 40_000
/** When a window was just being read, ms. */
const BUSY_MS = 1_000
/** Between two returns: the focus may go to and fro, and one return shows in several events, ms. */
const BETWEEN_RETURNS_MS = 2_000
/** While messages fly past, ms. */
const FLYING_MS = 1_000
/** A page that is being opened gets the focus too, ms. */
const OPENING_MS = 1_000

/** How soon an answer is wanted: `now` when the reader has come back, `later` while they are reading. */
export type Urgency = 'now' | 'later'

/** What is to be done; each throws `PortalError`. */
export interface UpkeepWork {
  /** Whether the end of the dialog is loaded: only there can messages arrive. */
  readonly endIsLoaded: () => boolean
  /** Whether messages go by too fast to read: what is new can wait until they do not. */
  readonly flyPast: () => boolean
  readonly poll: (urgency: Urgency, signal: AbortSignal) => Promise<UpkeepAnswer>
  /** Null when nothing was learned. */
  readonly reread: (urgency: Urgency, signal: AbortSignal) => Promise<UpkeepAnswer | null>
  /** Why the last time failed; null when it did not. */
  readonly onOutcome: (error: PortalError | null) => void
}

/**
 * When a window is compared with the portal: what has arrived, more often the more comes; what is in sight, within a minute;
 * both at once when the reader comes back. One question at a time, none while the page is hidden or messages fly past, ever
 * fewer while the portal fails, and none once access has ended, until the reader asks.
 */
export class Upkeep {
  readonly #work: UpkeepWork
  readonly #stopped = new AbortController()
  #pace: PollPace = FIRST_PACE
  /** Epoch ms. */
  #pollAt: number
  #rereadAt: number
  #askedAt = 0
  #isVisible = true
  #wasHidden = false
  readonly #openedAt = Date.now()
  #isRunning = false
  #hasReturned = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(work: UpkeepWork) {
    this.#work = work
    const now = Date.now()
    this.#pollAt = now + this.#pace.intervalMs
    this.#rereadAt = now + REREAD_MS
    this.#schedule()
  }

  /** The reader has come back. */
  comeBack(): void {
    this.#isVisible = true
    const isOpening = !this.#wasHidden && Date.now() - this.#openedAt < OPENING_MS
    if (!this.#pace.isOver && !isOpening) this.#askSoon(this.#askedAt + BETWEEN_RETURNS_MS)
  }

  /** Nobody sees the page. */
  hide(): void {
    this.#isVisible = false
    this.#wasHidden = true
    this.#schedule()
  }

  /** The reader asks for it, or what is shown is known to be old. */
  askNow(): void {
    this.#askSoon(0)
  }

  /** The end of the dialog has been loaded. */
  expectArrivals(): void {
    if (this.#pollAt < Infinity) return
    this.#pace = FIRST_PACE
    this.#pollAt = Date.now() + this.#pace.intervalMs
    this.#schedule()
  }

  stop(): void {
    this.#stopped.abort()
    this.#schedule()
  }

  /** @param earliest epoch ms */
  #askSoon(earliest: number): void {
    this.#pace = FIRST_PACE
    this.#hasReturned = true
    this.#pollAt = this.#rereadAt = Math.max(Date.now(), earliest)
    this.#schedule()
  }

  #schedule(): void {
    clearTimeout(this.#timer)
    if (this.#isRunning || this.#stopped.signal.aborted || !this.#isVisible || this.#pace.isOver) return
    this.#turnIn(Math.max(0, Math.min(this.#pollAt, this.#rereadAt) - Date.now()))
  }

  #turnIn(ms: number): void {
    this.#timer = setTimeout(() => void this.#turn(), ms)
  }

  async #turn(): Promise<void> {
    if (!this.#hasReturned && this.#work.flyPast()) {
      this.#turnIn(FLYING_MS)
      return
    }
    this.#isRunning = true
    this.#askedAt = Date.now()
    try {
      await this.#ask(this.#hasReturned ? 'now' : 'later')
      this.#work.onOutcome(null)
    } catch (error) {
      if (this.#stopped.signal.aborted) return
      if (!isPortalError(error)) throw error
      this.#pace = paceAfterError(this.#pace, error)
      this.#pollAt = this.#rereadAt = Math.max(Date.now() + this.#pace.intervalMs, error.availableAt ?? 0)
      this.#work.onOutcome(error)
    } finally {
      this.#isRunning = false
      // The reader came back while an answer was under way, which may be older than that.
      if (this.#hasReturned && !this.#pace.isOver) this.#askSoon(this.#askedAt + BETWEEN_RETURNS_MS)
      else this.#schedule()
    }
  }

  async #ask(urgency: Urgency): Promise<void> {
    const { signal } = this.#stopped
    this.#hasReturned = false
    const mustPoll = Date.now() >= this.#pollAt
    let polled: UpkeepAnswer | null = null
    if (Date.now() >= this.#rereadAt) {
      const reread = await this.#work.reread(urgency, signal)
      this.#rereadAt = Date.now() + (reread?.isBusy ? BUSY_MS : REREAD_MS)
      // One answer may tell both.
      if (reread?.reachesEnd) polled = reread
    }
    if (mustPoll && !polled && this.#work.endIsLoaded()) polled = await this.#work.poll(urgency, signal)
    if (polled) this.#pace = polled.isBusy ? FIRST_PACE : paceAfter(this.#pace, polled.fresh)
    if (polled || mustPoll) this.#pollAt = this.#work.endIsLoaded() ? Date.now() + this.#pace.intervalMs : Infinity
  }
}
