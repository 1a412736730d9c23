import { uniqueId } from '~/lib/unique-id'
import { phpMap } from '../decode/wire.ts'
import { isCrowded, levelAt, overflow, pour } from './bucket.ts'
import { systemClock, type Clock, type Gate, type Scheduler } from './scheduler.ts'

/** What tabs tell each other through one channel for each portal. Nothing in it is secret. */
type Message = { readonly from: string } & (
  | { readonly kind: 'pour' | 'overflow' }
  /** A tab has come, whose requests have filled the bucket to `level`. */
  | { readonly kind: 'hello'; readonly level: number }
  /** The answer to it: what the others had filled by then. */
  | { readonly kind: 'level'; readonly to: string; readonly level: number }
)

interface ChannelEnd {
  postMessage(message: Message): void
  close(): void
}

/** What a browser gives its tabs to know of each other; either may be missing in a frame. */
export interface TabsHost {
  /**
   * One end of a channel: it hears the other ends, those of the same tab as well, and not itself.
   * @throws where there are no channels
   */
  openEnd(name: string, onMessage?: (data: unknown) => void): ChannelEnd
  /** Runs `work` while nobody else holds the lock. @throws where there are no locks, and when it is not to be had */
  withLock(name: string, work: () => Promise<void>): Promise<unknown>
}

/** Other tabs, whose requests go into the same bucket. */
export interface Neighbours extends Pick<Gate, 'tell'> {
  /** Whether a request may leave now; if not, the scheduler is told when it may. */
  mayGo(): boolean
  leave(): void
}

/** A lock is held for milliseconds; who holds it for longer is stuck. */
const LOCK_MS = 2_000
const ECHO_MS = 250

const browserHost: TabsHost = {
  openEnd(name, onMessage) {
    const end = new BroadcastChannel(name)
    if (onMessage) end.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data)
    return end
  },
  withLock: (name, work) => navigator.locks.request(name, { signal: AbortSignal.timeout(LOCK_MS) }, work),
}

const levelOf = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0)

/**
 * Shares a portal's bucket with the other tabs of this browser: each keeps its own copy and tells the others what it puts into
 * it. Near the limit a request is sent under a lock, which is held until the news has come back from the channel: by
 * then the others have it as well. Whoever has no channel keeps its own bucket, whoever has no lock sends at once.
 */
class SharedBucket implements Neighbours {
  readonly #scheduler: Scheduler
  readonly #name: string
  readonly #host: TabsHost
  readonly #clock: Clock
  readonly #out: ChannelEnd
  readonly #into: ChannelEnd
  readonly #me = uniqueId()
  /** How many messages this tab has sent, and how many of them have come back. */
  #told = 0
  #echoes = 0
  #onEcho = () => {}
  /** The most that was answered to our hello: all answers tell of the same bucket. */
  #known = 0
  /** Who has come after us, or at the same time: what they had filled we know from their hello. */
  readonly #greeted = new Set<unknown>()
  /** Whether others know of all requests there were, and let one of ours go. */
  #hasTurn = false
  #isTurnAsked = false

  /** @throws where there is no channel */
  constructor(scheduler: Scheduler, portal: string, host: TabsHost, clock: Clock) {
    this.#scheduler = scheduler
    this.#name = `bucket ${portal}`
    this.#host = host
    this.#clock = clock
    this.#out = host.openEnd(this.#name)
    this.#into = host.openEnd(this.#name, (data) => this.#onMessage(data))
    this.#send({ from: this.#me, kind: 'hello', level: this.#level() })
  }

  tell(kind: 'pour' | 'overflow'): void {
    if (kind === 'pour') this.#hasTurn = false
    this.#send({ from: this.#me, kind })
  }

  mayGo(): boolean {
    if (this.#hasTurn || !isCrowded(this.#scheduler.bucket, this.#scheduler.now())) return true
    void this.#takeTurn()
    return false
  }

  leave(): void {
    this.#out.close()
    this.#into.close()
  }

  #send(message: Message): void {
    this.#told++
    this.#out.postMessage(message)
  }

  #level(): number {
    return levelAt(this.#scheduler.bucket, this.#scheduler.now())
  }

  #add(drops: number): void {
    this.#scheduler.bucket = pour(this.#scheduler.bucket, this.#scheduler.now(), drops)
  }

  #onMessage(data: unknown): void {
    const message = phpMap(data)
    if (message['from'] !== this.#me) return this.#hear(message)
    this.#echoes++
    this.#onEcho()
  }

  #hear(message: Readonly<Record<string, unknown>>): void {
    const { kind, from, to } = message
    const theirs = levelOf(message['level'])
    if (kind === 'pour') this.#add(1)
    else if (kind === 'overflow') this.#scheduler.bucket = overflow(this.#scheduler.bucket, this.#scheduler.now())
    else if (kind === 'hello') {
      this.#send({ from: this.#me, kind: 'level', to: String(from), level: this.#level() })
      this.#greeted.add(from)
      this.#add(theirs)
    } else if (kind === 'level' && to === this.#me && theirs > this.#known && !this.#greeted.has(from)) {
      this.#add(theirs - this.#known)
      this.#known = theirs
    }
  }

  /** Resolves once everything that was told so far has gone through the channel. */
  #allHeard(): Promise<void> {
    return new Promise((resolve) => {
      const upTo = this.#told
      const giveUp = this.#clock.after(ECHO_MS, resolve)
      this.#onEcho = () => {
        if (this.#echoes < upTo) return
        giveUp()
        resolve()
      }
      this.#onEcho()
    })
  }

  async #takeTurn(): Promise<void> {
    if (this.#isTurnAsked) return
    this.#isTurnAsked = true
    const send = () => {
      if (!this.#isTurnAsked) return
      this.#isTurnAsked = false
      this.#hasTurn = true
      this.#scheduler.pump()
      this.#hasTurn = false
    }
    try {
      await this.#host.withLock(this.#name, async () => {
        send()
        await this.#allHeard()
      })
    } catch {
      // No locks here, or whoever has it is stuck.
      send()
    }
  }
}

/** Shares a portal's bucket with the other tabs of this browser, see `SharedBucket`. @returns null where there is no channel */
export function shareBucket(
  scheduler: Scheduler,
  portal: string,
  host: TabsHost = browserHost,
  clock: Clock = systemClock,
): Neighbours | null {
  try {
    return new SharedBucket(scheduler, portal, host, clock)
  } catch {
    return null
  }
}
