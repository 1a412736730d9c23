import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PortalError } from '~/domain/portal/portal-error'
import { emptyBucket, overflow, pour, waitFor } from './bucket.ts'
import type { Priority } from './client.ts'
import { retryDelay } from './retry.ts'
import { Scheduler, type Clock } from './scheduler.ts'

/** A clock that runs only when told to. */
class TestClock implements Clock {
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

const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
const network = () => new PortalError('network', 'down')
const priorities: readonly Priority[] = ['reader', 'prefetch', 'background']

describe('the bucket', () => {
  it('never lets out what the portal would refuse, whatever is asked and when', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ priority: fc.constantFrom(...priorities), pause: fc.integer({ min: 0, max: 3_000 }) }), { maxLength: 200 }),
        (asked) => {
          let ours = emptyBucket
          let now = 0
          let level = 0
          let at = 0
          for (const { priority, pause } of asked) {
            now += pause
            now += waitFor(ours, priority, now)
            expect(waitFor(ours, priority, now)).toBe(0)
            ours = pour(ours, now)
            // The portal's own: 50 fit, 2 leak a second.
            level = Math.max(0, level - ((now - at) / 1000) * 2) + 1
            at = now
            expect(level).toBeLessThanOrEqual(50)
          }
        },
      ),
    )
  })

  it('keeps room for the reader when the background has filled its share', () => {
    let bucket = emptyBucket
    while (waitFor(bucket, 'background', 0) === 0) bucket = pour(bucket, 0)
    expect(waitFor(bucket, 'reader', 0)).toBe(0)
    expect(waitFor(overflow(bucket, 0), 'reader', 0)).toBeGreaterThan(0)
  })
})

describe('repeating', () => {
  it('grows, stays within its bound and ends', () => {
    const delays = Array.from({ length: 6 }, (_, index) => retryDelay(network(), index + 1, 0.5))
    for (const [index, delay] of delays.entries()) {
      expect(delay).not.toBeNull()
      if (index > 0) expect(Number(delay)).toBeGreaterThanOrEqual(Number(delays[index - 1]))
      expect(Number(delay)).toBeLessThanOrEqual(12_000)
    }
    expect(retryDelay(network(), 7, 0.5)).toBeNull()
  })
  it.each(['auth', 'access', 'unsupported', 'rejected', 'contract'] as const)('is of no use for “%s”', (code) =>
    expect(retryDelay(new PortalError(code, ''), 1, 0.5)).toBeNull(),
  )
  it('is forbidden when the vendor has blocked the portal', () =>
    expect(retryDelay(new PortalError('rate-limit', '', { detail: 'OVERLOAD_LIMIT' }), 1, 0.5)).toBeNull())
})

describe('the scheduler', () => {
  it('shares identical requests while they are in flight', async () => {
    const scheduler = new Scheduler(new TestClock())
    let calls = 0
    const work = () => settle().then(() => ++calls)
    const results = await Promise.all([1, 2, 3].map(() => scheduler.run('same', { priority: 'reader' }, work)))
    expect(results).toEqual([1, 1, 1])
    expect(await scheduler.run('same', { priority: 'reader' }, work)).toBe(2)
  })

  it('lets the reader go before prefetch and background once the bucket is full', async () => {
    const clock = new TestClock()
    const scheduler = new Scheduler(clock)
    const order: string[] = []
    for (let n = 0; n < 60; n++) void scheduler.run(`fill${n}`, { priority: 'reader' }, async () => order.push('fill'))
    for (const priority of priorities.toReversed()) void scheduler.run(priority, { priority }, async () => order.push(priority))
    await clock.advance(120_000)
    expect(order.filter((name) => name !== 'fill')).toEqual(['reader', 'prefetch', 'background'])
  })

  it('repeats what failed on the way, and tells the rest at once', async () => {
    const clock = new TestClock()
    const scheduler = new Scheduler(clock)
    let tries = 0
    const shaky = scheduler.run('shaky', { priority: 'reader' }, async () => {
      if (++tries < 4) throw network()
      return 'there'
    })
    await clock.advance(10_000)
    expect(await shaky).toBe('there')
    await expect(
      scheduler.run('denied', { priority: 'reader' }, () => Promise.reject(new PortalError('access', 'no'))),
    ).rejects.toMatchObject({ code: 'access' })
  })

  it('gives up in the end with the last error', async () => {
    const clock = new TestClock()
    let tries = 0
    const lost = new Scheduler(clock).run('lost', { priority: 'reader' }, async () => {
      tries++
      throw network()
    })
    const outcome = expect(lost).rejects.toMatchObject({ code: 'network' })
    await clock.advance(120_000)
    await outcome
    expect(tries).toBe(7)
  })

  it('tries no more often than it was allowed', async () => {
    const clock = new TestClock()
    let tries = 0
    const lost = new Scheduler(clock).run('lost', { priority: 'reader', attempts: 2 }, async () => {
      tries++
      throw network()
    })
    const outcome = expect(lost).rejects.toMatchObject({ code: 'network' })
    await clock.advance(120_000)
    await outcome
    expect(tries).toBe(2)
  })

  it('aborts a request only when everybody who wanted it has left', async () => {
    const scheduler = new Scheduler(new TestClock())
    const [first, second] = [new AbortController(), new AbortController()]
    let aborted = false
    const work = (signal: AbortSignal) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          aborted = true
          reject(signal.reason)
        }),
      )
    const one = scheduler.run('shared', { priority: 'reader', signal: first.signal }, work)
    const two = scheduler.run('shared', { priority: 'reader', signal: second.signal }, work)
    first.abort()
    await expect(one).rejects.toMatchObject({ name: 'AbortError' })
    expect(aborted).toBe(false)
    second.abort()
    await expect(two).rejects.toMatchObject({ name: 'AbortError' })
    expect(aborted).toBe(true)
  })

  it('carries out every request exactly once, in whatever mixture they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ priority: fc.constantFrom(...priorities), failures: fc.integer({ min: 0, max: 3 }) }), { maxLength: 80 }),
        async (asked) => {
          const clock = new TestClock()
          const scheduler = new Scheduler(clock)
          const done: number[] = []
          for (const [index, { priority, failures }] of asked.entries()) {
            let left = failures
            void scheduler.run(`r${index}`, { priority }, async () => {
              if (left-- > 0) throw network()
              done.push(index)
            })
          }
          await clock.advance(600_000)
          expect(done.toSorted((a, b) => a - b)).toEqual(asked.map((_, index) => index))
        },
      ),
      { numRuns: 25 },
    )
  })
})
