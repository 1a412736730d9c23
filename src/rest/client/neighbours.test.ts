import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PortalError } from '~/domain/portal/portal-error'
import { settle, TestClock } from '~/testing/TestClock'
import { levelAt } from './bucket.ts'
import type { Priority } from './client.ts'
import { mindNeighbours } from './fair-use.ts'
import type { TabsHost } from './neighbours.ts'
import { Scheduler } from './scheduler.ts'

const PORTAL = 'https://portal.example'

/** One browser: its channels take `latency` ms, its locks are given in their order. */
class Browser {
  readonly #clock: TestClock
  readonly #latency: number
  readonly #ends: (((data: unknown) => void) | undefined)[] = []
  #lock: Promise<unknown> = Promise.resolve()
  hasLocks = true
  messages: unknown[] = []

  constructor(clock: TestClock, latency: number) {
    this.#clock = clock
    this.#latency = latency
  }

  readonly host: TabsHost = {
    openEnd: (_, onMessage) => {
      const own = this.#ends.push(onMessage) - 1
      return {
        postMessage: (message) => {
          this.messages.push(message)
          for (const [at, hear] of this.#ends.entries()) if (at !== own) this.#clock.after(this.#latency, () => hear?.(message))
        },
        close: () => void (this.#ends[own] = undefined),
      }
    },
    withLock: async (_, work) => {
      if (!this.hasLocks) throw new DOMException('no locks here', 'SecurityError')
      const turn = this.#lock.then(work)
      this.#lock = turn
      return turn
    },
  }
}

/** The portal's bucket: 50 fit, two leak out a second. */
class PortalBucket {
  refused = 0
  level = 0
  #at = 0
  take(now: number): void {
    this.level = Math.max(0, this.level - ((now - this.#at) / 1000) * 2)
    this.#at = now
    if (this.level + 1 > 50) {
      this.refused++
      throw new PortalError('rate-limit', 'full', { detail: 'QUERY_LIMIT_EXCEEDED' })
    }
    this.level++
  }
}

const levelIn = (scheduler: Scheduler): number => levelAt(scheduler.bucket, scheduler.now())

/** Tabs that each send so many requests at once. @returns how many were answered, and refused on the way */
async function readIn(tabs: number, requests: number, { latency = 2, shared = true, hasLocks = true, trip = 80 } = {}) {
  const clock = new TestClock()
  const browser = new Browser(clock, latency)
  browser.hasLocks = hasLocks
  const portal = new PortalBucket()
  let answered = 0
  for (let tab = 0; tab < tabs; tab++) {
    const scheduler = new Scheduler(clock)
    if (shared) mindNeighbours(scheduler, PORTAL, browser.host, clock)
    for (let n = 0; n < requests; n++)
      void scheduler
        .run(`${n}`, { priority: 'reader' }, async () => {
          portal.take(clock.now())
          await new Promise<void>((resolve) => clock.after(trip, resolve))
        })
        .then(
          () => answered++,
          () => {},
        )
  }
  await clock.advance(tabs * requests * 1_000 + 60_000)
  return { answered, refused: portal.refused }
}

describe('tabs of one browser', () => {
  it.each([1, 2, 4])('%i of them read sixty pages each and are refused nothing', async (tabs) => {
    expect(await readIn(tabs, 60)).toEqual({ answered: tabs * 60, refused: 0 })
  })

  it('are refused where they know nothing of each other', async () => {
    expect((await readIn(4, 60, { shared: false })).refused).toBeGreaterThan(100)
  })

  it('need no locks to be far better off than alone', async () => {
    const { answered, refused } = await readIn(3, 60, { hasLocks: false })
    expect(answered).toBe(180)
    expect(refused).toBeLessThan(10)
  })

  it('are refused nothing, however slow the channel between them is and whatever they ask', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 40 }),
        fc.array(
          fc.record({
            tab: fc.nat({ max: 3 }),
            pause: fc.integer({ min: 0, max: 1_500 }),
            priority: fc.constantFrom<Priority>('reader', 'prefetch', 'background'),
          }),
          { minLength: 60, maxLength: 160 },
        ),
        async (tabs, latency, asked) => {
          const clock = new TestClock()
          const browser = new Browser(clock, latency)
          const portal = new PortalBucket()
          const schedulers = Array.from({ length: tabs }, () => new Scheduler(clock))
          for (const scheduler of schedulers) mindNeighbours(scheduler, PORTAL, browser.host, clock)
          let answered = 0
          for (const [at, { tab, pause, priority }] of asked.entries()) {
            // In bursts, as scrolling asks.
            if (at % 10 === 0) await clock.advance(pause)
            void schedulers[tab % tabs]
              ?.run(`${at}`, { priority }, async () => {
                portal.take(clock.now())
                await new Promise<void>((resolve) => clock.after(100, resolve))
              })
              .then(() => answered++)
          }
          await clock.advance(400_000)
          expect({ answered, refused: portal.refused }).toEqual({ answered: asked.length, refused: 0 })
        },
      ),
      { numRuns: 25 },
    )
  })

  it('tell a new one how full the bucket is, and take over what it had sent before', async () => {
    const clock = new TestClock()
    const browser = new Browser(clock, 2)
    const [old, fresh] = [new Scheduler(clock), new Scheduler(clock)]
    mindNeighbours(old, PORTAL, browser.host, clock)
    for (let n = 0; n < 30; n++) void old.run(`${n}`, { priority: 'reader' }, async () => {})
    void fresh.run('first', { priority: 'reader' }, async () => {})
    await clock.advance(100)
    const before = levelIn(old)
    mindNeighbours(fresh, PORTAL, browser.host, clock)
    await clock.advance(10)
    expect(levelIn(fresh)).toBeCloseTo(before + 1, 0)
    expect(levelIn(old)).toBeCloseTo(levelIn(fresh), 1)
  })

  it('hold back together once one of them was refused', async () => {
    const clock = new TestClock()
    const browser = new Browser(clock, 2)
    const [one, two] = [new Scheduler(clock), new Scheduler(clock)]
    for (const scheduler of [one, two]) mindNeighbours(scheduler, PORTAL, browser.host, clock)
    const full = () => Promise.reject(new PortalError('rate-limit', 'full', { detail: 'QUERY_LIMIT_EXCEEDED' }))
    await one.run('x', { priority: 'reader', attempts: 1 }, full).catch(() => {})
    await clock.advance(10)
    let left = false
    void two.run('y', { priority: 'background' }, async () => (left = true))
    await settle()
    expect(left).toBe(false)
  })

  it('never keep a request from leaving while the bucket is nearly empty', async () => {
    const clock = new TestClock()
    const browser = new Browser(clock, 2)
    browser.host.withLock = () => new Promise(() => {})
    const scheduler = new Scheduler(clock)
    mindNeighbours(scheduler, PORTAL, browser.host, clock)
    let left = 0
    for (let n = 0; n < 6; n++) void scheduler.run(`${n}`, { priority: 'reader' }, async () => left++)
    await settle()
    expect(left).toBe(6)
  })

  it('each keep their own bucket where a frame has no channels', async () => {
    const clock = new TestClock()
    const scheduler = new Scheduler(clock)
    const host: TabsHost = {
      openEnd: () => {
        throw new DOMException('not here', 'SecurityError')
      },
      withLock: () => Promise.reject(new Error('not here')),
    }
    mindNeighbours(scheduler, PORTAL, host, clock)
    let done = 0
    for (let n = 0; n < 100; n++) void scheduler.run(`${n}`, { priority: 'reader' }, async () => done++)
    await clock.advance(60_000)
    expect(done).toBe(100)
  })

  it('hear nothing of one that has disconnected', async () => {
    const clock = new TestClock()
    const browser = new Browser(clock, 2)
    const [one, two] = [new Scheduler(clock), new Scheduler(clock)]
    const leave = mindNeighbours(one, PORTAL, browser.host, clock)
    mindNeighbours(two, PORTAL, browser.host, clock)
    await clock.advance(10)
    leave()
    void two.run('a', { priority: 'reader' }, async () => {})
    void one.run('b', { priority: 'reader' }, async () => {})
    await clock.advance(10)
    expect(levelIn(one)).toBeLessThanOrEqual(1)
    expect(levelIn(two)).toBeLessThanOrEqual(1)
  })

  it('tell each other numbers alone, and believe no others', async () => {
    const clock = new TestClock()
    const browser = new Browser(clock, 1)
    const scheduler = new Scheduler(clock)
    mindNeighbours(scheduler, PORTAL, browser.host, clock)
    await scheduler.run('im.dialog.messages.get?DIALOG_ID=chat1', { priority: 'reader' }, async () => 'secret')
    expect(JSON.stringify(browser.messages)).not.toMatch(/chat1|im\.|secret/)
    const stranger = browser.host.openEnd('')
    for (const data of [
      null,
      'x',
      7,
      { kind: 'hello', from: 'x', level: Infinity },
      { kind: 'hello', from: 'y', level: -9 },
      { kind: 'level' },
    ])
      stranger.postMessage(data as never)
    await clock.advance(100)
    expect(levelIn(scheduler)).toBeLessThanOrEqual(60)
    expect(levelIn(scheduler)).toBeGreaterThanOrEqual(0)
  })
})
