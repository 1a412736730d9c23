import type { Clock } from '~/rest/client/scheduler'

/** A clock that runs only when told to. */
export class TestClock implements Clock {
  #now = 1_000_000
  #timers: { at: number; work: () => void }[] = []

  now = () => this.#now
  random = () => 0.5
  after = (ms: number, work: () => void) => {
    const timer = { at: this.#now + ms, work }
    this.#timers.push(timer)
    return () => void (this.#timers = this.#timers.filter((other) => other !== timer))
  }

  async advance(ms: number): Promise<void> {
    const until = this.#now + ms
    await settle()
    for (;;) {
      const next = this.#timers.filter((timer) => timer.at <= until).toSorted((a, b) => a.at - b.at)[0]
      if (!next) break
      this.#now = Math.max(this.#now, next.at)
      this.#timers = this.#timers.filter((timer) => timer !== next)
      next.work()
      await settle()
    }
    this.#now = until
  }
}

/** Lets everything happen that waits for nothing. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
