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
 *
 * @returns null where there is no channel
 */
export function shareBucket(
  scheduler: Scheduler,
  portal: string,
  host: TabsHost = browserHost,
  clock: Clock = systemClock,
): Neighbours | null {
  const name = `bucket ${portal}`
  const me = crypto.randomUUID()
  let out: ChannelEnd
  let into: ChannelEnd
  try {
    out = host.openEnd(name)
    into = host.openEnd(name, onMessage)
  } catch {
    return null
  }
  /** How many messages this tab has sent, and how many of them have come back. */
  let told = 0
  let echoes = 0
  let onEcho = () => {}
  /** The most that was answered to our hello: all answers tell of the same bucket. */
  let known = 0
  /** Who has come after us, or at the same time: what they had filled we know from their hello. */
  const greeted = new Set<unknown>()

  const tell = (message: Message): void => {
    told++
    out.postMessage(message)
  }

  const level = (): number => levelAt(scheduler.bucket, scheduler.now())
  const add = (drops: number): void => {
    scheduler.bucket = pour(scheduler.bucket, scheduler.now(), drops)
  }

  function hear(message: Readonly<Record<string, unknown>>): void {
    const theirs = levelOf(message['level'])
    if (message['kind'] === 'pour') add(1)
    else if (message['kind'] === 'overflow') scheduler.bucket = overflow(scheduler.bucket, scheduler.now())
    else if (message['kind'] === 'hello') {
      tell({ from: me, kind: 'level', to: String(message['from']), level: level() })
      greeted.add(message['from'])
      add(theirs)
    } else if (message['kind'] === 'level' && message['to'] === me && theirs > known && !greeted.has(message['from'])) {
      add(theirs - known)
      known = theirs
    }
  }

  function onMessage(data: unknown): void {
    const message = phpMap(data)
    if (message['from'] !== me) return hear(message)
    echoes++
    onEcho()
  }

  /** Resolves once everything that was told so far has gone through the channel. */
  const allHeard = (): Promise<void> =>
    new Promise((resolve) => {
      const upTo = told
      const giveUp = clock.after(ECHO_MS, resolve)
      onEcho = () => {
        if (echoes < upTo) return
        giveUp()
        resolve()
      }
      onEcho()
    })

  /** Whether others know of all requests there were, and let one of ours go. */
  let hasTurn = false
  let isTurnAsked = false

  async function takeTurn(): Promise<void> {
    if (isTurnAsked) return
    isTurnAsked = true
    const send = () => {
      if (!isTurnAsked) return
      isTurnAsked = false
      hasTurn = true
      scheduler.pump()
      hasTurn = false
    }
    try {
      await host.withLock(name, async () => {
        send()
        await allHeard()
      })
    } catch {
      // No locks here, or whoever has it is stuck.
      send()
    }
  }

  tell({ from: me, kind: 'hello', level: level() })
  return {
    tell(kind) {
      if (kind === 'pour') hasTurn = false
      tell({ from: me, kind })
    },
    mayGo() {
      if (hasTurn || !isCrowded(scheduler.bucket, scheduler.now())) return true
      void takeTurn()
      return false
    },
    leave() {
      out.close()
      into.close()
    },
  }
}
