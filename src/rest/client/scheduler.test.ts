import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PortalError } from '~/domain/portal/portal-error'
import { emptyBucket, overflow, pour, waitFor } from './bucket.ts'
import type { Priority } from './client.ts'
import { retryDelay } from './retry.ts'
import { Scheduler } from './scheduler.ts'
import { settle, TestClock } from '~/testing/TestClock'

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
    const delays = Array.from({ length: 6 }, (_, index) => retryDelay(network(), index + 1, 0.5, 0))
    for (const [index, delay] of delays.entries()) {
      expect(delay).not.toBeNull()
      if (index > 0) expect(Number(delay)).toBeGreaterThanOrEqual(Number(delays[index - 1]))
      expect(Number(delay)).toBeLessThanOrEqual(12_000)
    }
    expect(retryDelay(network(), 7, 0.5, 0)).toBeNull()
  })
  it.each(['auth', 'access', 'unsupported', 'rejected', 'contract'] as const)('is of no use for “%s”', (code) =>
    expect(retryDelay(new PortalError(code, ''), 1, 0.5, 0)).toBeNull(),
  )
  it('is forbidden when the vendor has blocked the portal', () =>
    expect(retryDelay(new PortalError('rate-limit', '', { detail: 'OVERLOAD_LIMIT' }), 1, 0.5, 0)).toBeNull())
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

  describe('with files that do not arrive', () => {
    const never = () => new Promise(() => {})
    const started = async (scheduler: Scheduler, count: number, options: { priority: Priority; download?: boolean }) => {
      let running = 0
      for (let n = 0; n < count; n++)
        void scheduler.run(`${options.priority} ${options.download} ${n}`, options, () => {
          running++
          return never()
        })
      await settle()
      return running
    }

    it('loads three of them at once, and what the reader waits for leaves all the same', async () => {
      const scheduler = new Scheduler(new TestClock())
      expect(await started(scheduler, 6, { priority: 'background', download: true })).toBe(3)
      expect(await started(scheduler, 6, { priority: 'prefetch' })).toBe(1)
      expect(await started(scheduler, 2, { priority: 'reader' })).toBe(2)
    })

    it('loads no more of them for being wanted at once', async () => {
      const scheduler = new Scheduler(new TestClock())
      expect(await started(scheduler, 6, { priority: 'reader', download: true })).toBe(3)
      expect(await started(scheduler, 3, { priority: 'reader' })).toBe(3)
    })

    it('goes on with the next when one has ended', async () => {
      const scheduler = new Scheduler(new TestClock())
      const leave = new AbortController()
      const stuck = scheduler.run(
        'first',
        { priority: 'background', download: true, signal: leave.signal },
        (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      )
      expect(await started(scheduler, 3, { priority: 'background', download: true })).toBe(2)
      let late = false
      void scheduler.run('late', { priority: 'reader', download: true }, async () => (late = true))
      leave.abort()
      await expect(stuck).rejects.toMatchObject({ name: 'AbortError' })
      await settle()
      expect(late).toBe(true)
    })
  })

  it.each([
    ['the bucket has run over', 'rate-limit', 'QUERY_LIMIT_EXCEEDED', 7],
    ['the proxy says so in its own words', 'rate-limit', 'HTTP_503', 7],
    ['it has broken off', 'network', 'STALLED', 1],
    ['the portal has failed', 'portal', 'INTERNAL_SERVER_ERROR', 1],
  ] as const)('uses a one-time link again only where it cannot be used up: %s', async (_, code, detail, times) => {
    const clock = new TestClock()
    let tries = 0
    const lost = new Scheduler(clock).run('file', { priority: 'background', download: true }, async () => {
      tries++
      throw new PortalError(code, 'no', { detail })
    })
    const outcome = expect(lost).rejects.toMatchObject({ code, detail })
    await clock.advance(120_000)
    await outcome
    expect(tries).toBe(times)
  })

  it.each(['QUERY_LIMIT_EXCEEDED', 'HTTP_503'])('holds back what is not urgent after %s', async (detail) => {
    const scheduler = new Scheduler(new TestClock())
    await scheduler
      .run('refused', { priority: 'reader', attempts: 1 }, () => Promise.reject(new PortalError('rate-limit', 'full', { detail })))
      .catch(() => {})
    let left = false
    void scheduler.run('later', { priority: 'prefetch' }, async () => (left = true))
    await settle()
    expect(left).toBe(false)
  })

  it('tries as often as the most patient of those who wait for the same answer', async () => {
    const clock = new TestClock()
    const scheduler = new Scheduler(clock)
    let tries = 0
    const work = async () => {
      tries++
      throw network()
    }
    const outcomes = [2, 4].map((attempts) =>
      expect(scheduler.run('same', { priority: 'reader', attempts }, work)).rejects.toMatchObject({ code: 'network' }),
    )
    await clock.advance(120_000)
    await Promise.all(outcomes)
    expect(tries).toBe(4)
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
