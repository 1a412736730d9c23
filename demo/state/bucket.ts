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

/** Execution seconds per method in ten one-minute buckets; only calls above 0.1 s count (`docs/bitrix24/rest.md` §1.3). */
export class OperatingTime {
  readonly #limitSeconds: number
  readonly #minutes = new Map<string, Map<number, number>>()

  constructor(limitSeconds: number) {
    this.#limitSeconds = limitSeconds
  }

  used(method: string, now: number): number {
    const minute = Math.floor(now / 60_000)
    let sum = 0
    for (const [at, seconds] of this.#minutes.get(method) ?? []) if (at > minute - 10) sum += seconds
    return sum
  }

  exceeded(method: string, now: number): boolean {
    return this.used(method, now) >= this.#limitSeconds
  }

  add(method: string, seconds: number, now: number): void {
    if (seconds <= 0.1) return
    const minutes = this.#minutes.get(method) ?? new Map<number, number>()
    this.#minutes.set(method, minutes)
    const minute = Math.floor(now / 60_000)
    minutes.set(minute, (minutes.get(minute) ?? 0) + seconds)
    for (const at of minutes.keys()) if (at <= minute - 10) minutes.delete(at)
  }
}
