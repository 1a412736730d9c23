import { isPortalError, PortalError } from '~/domain/portal/portal-error'
import { phpMap } from '../decode/wire.ts'
import type { CallTime, Priority } from './client.ts'

/** What the portal has told of a method's operating time; `docs/bitrix24/rest.md` §1.3. */
interface Spent {
  /** Of the last ten minutes. */
  readonly seconds: number
  /** Epoch ms at which it was told. */
  readonly at: number
  /** Epoch ms at which the sum begins to fall: until then it is at least `seconds`. */
  readonly until: number
  /** Whether the portal has told that moment. */
  readonly isTold: boolean
}

/** The lower of the two known limits, seconds. */
const LIMIT_S = 420
/** Which part of it each may use up: the rest is left to what the reader waits for. */
const SHARE: Readonly<Record<Priority, number>> = { reader: 1, prefetch: 0.8, background: 0.6 }
/** Between two requests of the reader's above the lower limit, which not every portal has. */
const SLOW_MS = 2_000
/** Time is counted by the minute, over ten of them. */
const MINUTE_MS = 60_000
const WINDOW_MS = 10 * MINUTE_MS

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** `time` of an answer (`docs/bitrix24/rest.md` §1.1); null where it says nothing. @param now epoch ms of this device */
export function callTimeOf(value: unknown, now: number): CallTime | null {
  const time = phpMap(value)
  const duration = numberOf(time['duration'])
  if (duration === null) return null
  const resetAt = numberOf(time['operating_reset_at'])
  // By the portal's own clock: this device's may be wrong.
  const finish = numberOf(time['finish']) ?? now / 1000
  return {
    duration,
    operating: numberOf(time['operating']),
    operatingResetAt: resetAt === null ? null : now + Math.min(WINDOW_MS, Math.max(0, (resetAt - finish) * 1000)),
  }
}

/** Milliseconds for which a request waits so that its method is not blocked; the reader's are only slowed down. */
function holdOf({ seconds, at, until }: Spent, priority: Priority, now: number): number {
  if (seconds < LIMIT_S * SHARE[priority]) return 0
  return Math.max(0, (priority === 'reader' ? Math.min(until, at + SLOW_MS) : until) - now)
}

/** The operating time of one caller at one portal, by method. */
export class OperatingTime {
  readonly #spent = new Map<string, Spent>()

  /** Notes the undecoded `time` of an answer. @returns it decoded */
  note(method: string, wire: unknown, now: number): CallTime | null {
    const time = callTimeOf(wire, now)
    if (time === null || time.operating === null) return time
    const { operating: seconds, operatingResetAt } = time
    this.#spent.set(method, { seconds, at: now, until: operatingResetAt ?? now + MINUTE_MS, isTold: operatingResetAt !== null })
    return time
  }

  /** Milliseconds for which a request that runs these methods has to wait. */
  hold(methods: readonly string[], priority: Priority, now: number): number {
    return methods.reduce((most, method) => {
      const spent = this.#spent.get(method)
      return spent ? Math.max(most, holdOf(spent, priority, now)) : most
    }, 0)
  }

  /** Notes that a method was refused. @returns the error, with the moment at which the method opens again where that is known */
  explain<T>(method: string, error: T, now: number): T | PortalError {
    if (!isPortalError(error) || error.detail !== 'OPERATION_TIME_LIMIT') return error
    const last = this.#spent.get(method)
    const told = error.availableAt ?? (last?.isTold ? last.until : 0)
    const availableAt = told > now ? told : null
    const until = availableAt ?? now + MINUTE_MS
    this.#spent.set(method, { seconds: Infinity, at: now, until, isTold: availableAt !== null })
    return new PortalError(error.code, error.message, { detail: error.detail, availableAt })
  }
}
