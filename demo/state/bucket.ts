/** The portal's leaky bucket (`docs/bitrix24/rest.md` §1.3): one drop a request, leaks `perSecond`, refuses above `capacity`. */
export class LeakyBucket {
  readonly #capacity: number
  readonly #perSecond: number
  #level = 0
  #at = 0

  constructor(capacity: number, perSecond: number) {
    this.#capacity = capacity
    this.#perSecond = perSecond
  }

  /** False when the request has to be refused; `now` in epoch ms. */
  take(now: number): boolean {
    this.#level = Math.max(0, this.#level - ((now - this.#at) / 1000) * this.#perSecond)
    this.#at = now
    if (this.#level + 1 > this.#capacity) return false
    this.#level++
    return true
  }
}

const BUCKETS = 10

/** Execution seconds per method in ten buckets of a minute each; only calls above 0.1 s count (`docs/bitrix24/rest.md` §1.3). */
export class OperatingTime {
  readonly #limitSeconds: number
  readonly #bucketMs: number
  readonly #spent = new Map<string, Map<number, number>>()

  /** @param windowSeconds over how long it is counted: ten minutes on a portal */
  constructor(limitSeconds: number, windowSeconds: number) {
    this.#limitSeconds = limitSeconds
    this.#bucketMs = (windowSeconds * 1000) / BUCKETS
  }

  /** Seconds spent by a method within the window that ends at `now`, epoch ms. */
  used(method: string, now: number): number {
    let sum = 0
    for (const seconds of this.#within(method, now).values()) sum += seconds
    return sum
  }

  exceeded(method: string, now: number): boolean {
    return this.used(method, now) >= this.#limitSeconds
  }

  add(method: string, seconds: number, now: number): void {
    if (seconds <= 0.1) return
    const buckets = this.#within(method, now)
    const bucket = Math.floor(now / this.#bucketMs)
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + seconds)
    this.#spent.set(method, buckets)
  }

  /** When the oldest seconds spent by a method stop counting, epoch ms. */
  resetAt(method: string, now: number): number {
    const oldest = Math.min(Math.floor(now / this.#bucketMs), ...this.#within(method, now).keys())
    return (oldest + BUCKETS) * this.#bucketMs
  }

  #within(method: string, now: number): Map<number, number> {
    const first = Math.floor(now / this.#bucketMs) - BUCKETS + 1
    return new Map([...(this.#spent.get(method) ?? [])].filter(([bucket]) => bucket >= first))
  }
}
