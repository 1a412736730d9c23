import { emptyBucket, overflow, pour, waitFor, type Bucket } from './bucket.ts'
import type { Priority } from './client.ts'
import { isOverflow, retryDelay } from './retry.ts'

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

/** What waits, for those who are told of it. */
export interface HeldJob {
  priority: Priority
  /** Why the last attempt failed. */
  failure: unknown
}

interface Job extends HeldJob {
  readonly key: string
  readonly attempt: (signal: AbortSignal) => Promise<unknown>
  readonly controller: AbortController
  readonly settle: { resolve(value: unknown): void; reject(error: unknown): void }
  readonly promise: Promise<unknown>
  readonly download: boolean
  readonly methods: readonly string[]
  maxAttempts: number
  attempts: number
  notBefore: number
  waiting: number
}

export interface ScheduleOptions {
  readonly priority: Priority
  readonly signal?: AbortSignal | undefined
  /** Maximum number of attempts; the default of `retry.ts` when absent. */
  readonly attempts?: number | undefined
  /** The bytes of a file: few at once, and repeated only where its one-time link cannot be used up. */
  readonly download?: boolean
  /** Methods that it runs, whose operating time it spends. */
  readonly methods?: readonly string[]
}

/** What else there is to mind once the first messages are shown: `fair-use.ts`. */
export interface Gate {
  /** Milliseconds for which a request has to wait besides; Infinity for until `pump` is called. */
  wait(methods: readonly string[], priority: Priority, now: number): number
  /** Is told what this tab has done to the bucket. */
  tell(news: 'pour' | 'overflow'): void
  /** Is told when what has to wait will leave, epoch ms, and null once it has ended. */
  hold(job: HeldJob, until: number | null): void
}

const ORDER: readonly Priority[] = ['reader', 'prefetch', 'background']
/** No more than browsers open connections to a host. */
const MAX_IN_FLIGHT = 6
/** Further ones are the reader's: no picture and no file holds up what is being read. */
const MAX_FOR_OTHERS = 4
const MAX_DOWNLOADS = 3

/**
 * Everything that goes out passes here: below the portal's bucket, the most urgent first, identical
 * requests shared while in flight, failures retried a limited number of times (`docs/architecture.md`).
 */
export class Scheduler {
  readonly #clock: Clock
  readonly #queue: Job[] = []
  readonly #jobs = new Map<string, Job>()
  /** What the portal's holds, as far as this tab knows. */
  bucket: Bucket = emptyBucket
  gate: Gate | undefined
  readonly #running = new Set<Job>()
  #cancelTimer: (() => void) | null = null
  #closed: Error | null = null

  constructor(clock: Clock = systemClock) {
    this.#clock = clock
  }

  /**
   * Resolves with what `attempt` resolves with. Callers with the same `key` share one job; it is aborted
   * when all of them have given up.
   */
  run(key: string, options: ScheduleOptions, attempt: (signal: AbortSignal) => Promise<unknown>): Promise<unknown> {
    const { priority, signal, attempts = Infinity } = options
    if (this.#closed) return Promise.reject(this.#closed)
    if (signal?.aborted) return Promise.reject(signal.reason)
    const job = this.#jobs.get(key) ?? this.#enqueue(key, options, attempt)
    if (ORDER.indexOf(priority) < ORDER.indexOf(job.priority)) job.priority = priority
    job.maxAttempts = Math.max(job.maxAttempts, attempts)
    this.pump()
    return this.#join(job, signal)
  }

  readonly now = (): number => this.#clock.now()

  #enqueue(key: string, { priority, download = false, methods = [] }: ScheduleOptions, attempt: Job['attempt']): Job {
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
      download,
      methods,
      failure: null,
      maxAttempts: 0,
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
    this.#finish(job)
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

  #hasSlot({ priority, download }: Job): boolean {
    const running = [...this.#running]
    if (download && running.filter((other) => other.download).length >= MAX_DOWNLOADS) return false
    return running.length < (priority === 'reader' ? MAX_IN_FLIGHT : MAX_FOR_OTHERS)
  }

  /** Starts what may start now and sets a timer for the rest. */
  pump(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
    let wait = Infinity
    for (const priority of ORDER) {
      for (const job of this.#queue.filter((queued) => queued.priority === priority)) {
        if (!this.#hasSlot(job)) continue
        const now = this.now()
        const known = Math.max(job.notBefore - now, waitFor(this.bucket, priority, now))
        const delay = Math.max(known, this.gate?.wait(job.methods, priority, now) ?? 0)
        if (delay > 0) {
          wait = Math.min(wait, delay)
          // For ever: until other tabs have heard of it, which takes milliseconds.
          this.gate?.hold(job, now + (delay < Infinity ? delay : known))
          continue
        }
        this.#queue.splice(this.#queue.indexOf(job), 1)
        this.bucket = pour(this.bucket, now)
        this.gate?.tell('pour')
        void this.#start(job)
      }
    }
    if (wait < Infinity) this.#cancelTimer = this.#clock.after(wait, () => this.pump())
  }

  async #start(job: Job): Promise<void> {
    this.#running.add(job)
    job.attempts++
    try {
      const value = await job.attempt(job.controller.signal)
      this.#finish(job)
      job.settle.resolve(value)
    } catch (error) {
      if (job.controller.signal.aborted) return
      job.failure = error
      const delay = this.#retryDelay(job, error)
      if (delay === null) {
        this.#finish(job)
        job.settle.reject(error)
      } else {
        job.notBefore = this.now() + delay
        this.#queue.push(job)
      }
    } finally {
      this.#running.delete(job)
      this.pump()
    }
  }

  /** Milliseconds until the job is tried again; null when this error is final. */
  #retryDelay(job: Job, error: unknown): number | null {
    const isFull = isOverflow(error)
    if (isFull) {
      this.bucket = overflow(this.bucket, this.now())
      this.gate?.tell('overflow')
    }
    if (job.attempts >= job.maxAttempts || (job.download && !isFull)) return null
    return retryDelay(error, job.attempts, this.#clock.random(), this.now())
  }

  #finish(job: Job): void {
    this.gate?.hold(job, null)
    if (this.#jobs.get(job.key) === job) this.#jobs.delete(job.key)
  }
}
