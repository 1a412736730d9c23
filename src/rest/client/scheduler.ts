import { isPortalError } from '~/domain/portal/portal-error'
import { emptyBucket, overflow, pour, waitFor, type Bucket } from './bucket.ts'
import type { Priority } from './client.ts'
import { retryDelay } from './retry.ts'

/** Time and randomness, so that tests can control them. */
export interface Clock {
  now(): number
  /** Runs `work` after `ms`; the returned function cancels it. */
  after(ms: number, work: () => void): () => void
  random(): number
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
}

interface Job {
  readonly key: string
  readonly attempt: (signal: AbortSignal) => Promise<unknown>
  readonly controller: AbortController
  readonly settle: { resolve(value: unknown): void; reject(error: unknown): void }
  readonly promise: Promise<unknown>
  readonly maxAttempts: number
  priority: Priority
  attempts: number
  notBefore: number
  waiting: number
}

export interface ScheduleOptions {
  readonly priority: Priority
  readonly signal?: AbortSignal | undefined
  /** Maximum number of attempts; the default of `retry.ts` when absent. */
  readonly attempts?: number | undefined
}

const ORDER: readonly Priority[] = ['reader', 'prefetch', 'background']
const MAX_IN_FLIGHT = 6

/**
 * Everything that goes out passes here: below the portal's bucket, the most urgent first, identical
 * requests shared while in flight, failures retried a limited number of times (`docs/architecture.md`).
 */
export class Scheduler {
  readonly #clock: Clock
  readonly #queue: Job[] = []
  readonly #jobs = new Map<string, Job>()
  #bucket: Bucket = emptyBucket
  #inFlight = 0
  #cancelTimer: (() => void) | null = null
  #closed: Error | null = null

  constructor(clock: Clock = systemClock) {
    this.#clock = clock
  }

  /**
   * Resolves with what `attempt` resolves with. Callers with the same `key` share one job; it is aborted
   * when all of them have given up.
   */
  run(
    key: string,
    { priority, signal, attempts = Infinity }: ScheduleOptions,
    attempt: (signal: AbortSignal) => Promise<unknown>,
  ): Promise<unknown> {
    if (this.#closed) return Promise.reject(this.#closed)
    if (signal?.aborted) return Promise.reject(signal.reason)
    const job = this.#jobs.get(key) ?? this.#enqueue(key, priority, attempts, attempt)
    if (ORDER.indexOf(priority) < ORDER.indexOf(job.priority)) job.priority = priority
    this.#pump()
    return this.#join(job, signal)
  }

  #enqueue(key: string, priority: Priority, maxAttempts: number, attempt: Job['attempt']): Job {
    let settle: Job['settle'] = { resolve: () => {}, reject: () => {} }
    const promise = new Promise<unknown>((resolve, reject) => {
      settle = { resolve, reject }
    })
    // A job whose callers have all given up has no one to handle its rejection.
    promise.catch(() => {})
    const job: Job = {
      key,
      attempt,
      controller: new AbortController(),
      settle,
      promise,
      priority,
      maxAttempts,
      attempts: 0,
      notBefore: 0,
      waiting: 0,
    }
    this.#jobs.set(key, job)
    this.#queue.push(job)
    return job
  }

  #join(job: Job, signal: AbortSignal | undefined): Promise<unknown> {
    job.waiting++
    if (!signal) return job.promise
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason)
        if (--job.waiting === 0) this.#drop(job, signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      job.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
    })
  }

  #drop(job: Job, reason: unknown): void {
    this.#jobs.delete(job.key)
    const at = this.#queue.indexOf(job)
    if (at >= 0) this.#queue.splice(at, 1)
    job.controller.abort(reason)
    job.settle.reject(reason)
  }

  /** Ends whatever waits or is under way; nothing leaves any more. @param reason that everybody gets who asked, or asks later */
  close(reason: Error): void {
    this.#closed = reason
    for (const job of this.#jobs.values()) this.#drop(job, reason)
  }

  /** Starts what may start now and sets a timer for the rest. */
  #pump(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
    let wait = Infinity
    for (const priority of ORDER) {
      for (const job of this.#queue.filter((queued) => queued.priority === priority)) {
        if (this.#inFlight >= MAX_IN_FLIGHT) return
        const now = this.#clock.now()
        const delay = Math.max(job.notBefore - now, waitFor(this.#bucket, priority, now))
        if (delay > 0) {
          wait = Math.min(wait, delay)
          continue
        }
        this.#queue.splice(this.#queue.indexOf(job), 1)
        this.#bucket = pour(this.#bucket, now)
        void this.#start(job)
      }
    }
    if (wait < Infinity) this.#cancelTimer = this.#clock.after(wait, () => this.#pump())
  }

  async #start(job: Job): Promise<void> {
    this.#inFlight++
    job.attempts++
    try {
      const value = await job.attempt(job.controller.signal)
      this.#finish(job)
      job.settle.resolve(value)
    } catch (error) {
      if (job.controller.signal.aborted) return
      if (isPortalError(error) && error.detail === 'QUERY_LIMIT_EXCEEDED') this.#bucket = overflow(this.#bucket, this.#clock.now())
      const delay = job.attempts < job.maxAttempts ? retryDelay(error, job.attempts, this.#clock.random()) : null
      if (delay === null) {
        this.#finish(job)
        job.settle.reject(error)
      } else {
        job.notBefore = this.#clock.now() + delay
        this.#queue.push(job)
      }
    } finally {
      this.#inFlight--
      this.#pump()
    }
  }

  #finish(job: Job): void {
    if (this.#jobs.get(job.key) === job) this.#jobs.delete(job.key)
  }
}
