import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PortalError } from '~/domain/portal/portal-error'
import { TestClock } from '~/testing/TestClock'
import { parseDialogId, type DialogId } from '~/domain/ids'
import { readInBulk } from '../methods/history/bulk-reader.ts'
import type { Priority } from './client.ts'
import { callTimeOf, OperatingTime } from './operating-time.ts'
import { createRestClient } from './rest-client.ts'
import { Scheduler } from './scheduler.ts'
import type { Transport } from './transport.ts'

const blocked = () => new PortalError('rate-limit', 'blocked', { detail: 'OPERATION_TIME_LIMIT' })
const MINUTE = 60_000

/** A portal that counts as the real one does: by method, in ten buckets of a minute, looked at before a call. */
function countingPortal(limit: number) {
  const minutes = new Map<number, number>()
  const within = (now: number) => [...minutes].filter(([minute]) => minute > Math.floor(now / MINUTE) - 10)
  return {
    refused: 0,
    /** @param seconds that the call takes. @returns its `time` */
    call(now: number, seconds: number): unknown {
      if (within(now).reduce((sum, [, spent]) => sum + spent, 0) >= limit) {
        this.refused++
        throw blocked()
      }
      const minute = Math.floor(now / MINUTE)
      minutes.set(minute, (minutes.get(minute) ?? 0) + seconds)
      const oldest = Math.min(...within(now).map(([at]) => at))
      return {
        duration: seconds,
        finish: now / 1000,
        operating: within(now).reduce((sum, [, spent]) => sum + spent, 0),
        operating_reset_at: ((oldest + 10) * MINUTE) / 1000,
      }
    },
  }
}

// One tab alone.
beforeEach(() => void vi.stubGlobal('BroadcastChannel', undefined))
afterEach(() => void vi.unstubAllGlobals())

describe('the time that an answer tells', () => {
  it('is by the clock of the portal, wherever this device’s stands', () => {
    const wire = { duration: 0.5, finish: 1_000_000, operating: 12.5, operating_reset_at: 1_000_090 }
    for (const now of [0, 1_000_000_000, 5_000_000_000_000])
      expect(callTimeOf(wire, now)).toEqual({ duration: 0.5, operating: 12.5, operatingResetAt: now + 90_000 })
  })
  it('may be missing, in part or as a whole, and is never longer than what is counted', () => {
    expect(callTimeOf(undefined, 0)).toBeNull()
    expect(callTimeOf([], 0)).toBeNull()
    expect(callTimeOf({ duration: 1 }, 0)).toEqual({ duration: 1, operating: null, operatingResetAt: null })
    expect(callTimeOf({ duration: 1, operating: 1, operating_reset_at: 9e9 }, 0)?.operatingResetAt).toBe(10 * MINUTE)
    expect(callTimeOf({ duration: 1, operating: 1, finish: 9e9, operating_reset_at: 0 }, 5)?.operatingResetAt).toBe(5)
  })
})

describe('operating time', () => {
  it('is never used up by what is not urgent, whatever calls take and when they are made', () => {
    const calls = fc.array(
      fc.record({
        priority: fc.constantFrom<Priority>('prefetch', 'background'),
        seconds: fc.double({ min: 0.2, max: 40, noNaN: true }),
        pause: fc.integer({ min: 0, max: 90_000 }),
      }),
      { minLength: 20, maxLength: 200 },
    )
    fc.assert(
      fc.property(calls, (asked) => {
        const portal = countingPortal(420)
        const operating = new OperatingTime()
        let now = 1_000_000
        for (const { priority, seconds, pause } of asked) {
          now += pause
          // What is known changes while it waits, as the count falls by one minute after the other.
          for (let wait = operating.hold(['m'], priority, now); wait > 0; wait = operating.hold(['m'], priority, now)) now += wait
          operating.note('m', portal.call(now, seconds), now)
        }
        expect(portal.refused).toBe(0)
      }),
    )
  })

  it('slows the reader down near the limit, and never stops them', () => {
    const operating = new OperatingTime()
    operating.note('m', { duration: 9, finish: 0, operating: 430, operating_reset_at: 300 }, 0)
    expect(operating.hold(['m'], 'background', 0)).toBe(300_000)
    expect(operating.hold(['m'], 'reader', 0)).toBe(2_000)
    expect(operating.hold(['m'], 'reader', 2_000)).toBe(0)
    expect(operating.hold(['other'], 'background', 0)).toBe(0)
    expect(operating.hold(['other', 'm'], 'background', 0)).toBe(300_000)
  })

  it('of one method says nothing of another', () => {
    const operating = new OperatingTime()
    operating.explain('m', blocked(), 0)
    expect(operating.hold(['m'], 'background', 0)).toBe(MINUTE)
    expect(operating.hold(['other'], 'background', 0)).toBe(0)
  })
})

/** A client of a portal whose calls take so many seconds each, as it says. */
function clientOf(portal: ReturnType<typeof countingPortal>, clock: TestClock, seconds: number, answer: (method: string) => unknown) {
  const transport: Transport = async (method, _params, _signal, onTime) => {
    const result = answer(method)
    onTime?.(portal.call(clock.now(), seconds))
    return result
  }
  return createRestClient('https://portal.example', transport, { scheduler: new Scheduler(clock) })
}

describe('a method that is blocked', () => {
  it('is told with the moment at which it opens, after one attempt', async () => {
    const clock = new TestClock()
    const portal = countingPortal(100)
    const client = clientOf(portal, clock, 60, () => 'page')
    await client.prepare()
    const opensAt = (Math.floor(clock.now() / MINUTE) + 10) * MINUTE
    await client.call('history', { page: 1 })
    await client.call('history', { page: 2 })
    await expect(client.call('history', { page: 3 })).rejects.toMatchObject({ detail: 'OPERATION_TIME_LIMIT', availableAt: opensAt })
    expect(portal.refused).toBe(1)
    // What nobody waits for is not even sent before that.
    let answered = false
    const background = client.call('history', { page: 4 }, { priority: 'background' }).then(() => (answered = true))
    await clock.advance(opensAt - clock.now() - 1)
    expect(answered).toBe(false)
    await clock.advance(1)
    await background
    expect(portal.refused).toBe(1)
  })

  it('is waited for where it opens within seconds', async () => {
    const clock = new TestClock()
    // Five seconds before the minute ends that opens it.
    await clock.advance(MINUTE - (clock.now() % MINUTE) - 5_000)
    const portal = countingPortal(100)
    portal.call(clock.now() - 9 * MINUTE, 60)
    const client = clientOf(portal, clock, 60, () => 'page')
    await client.prepare()
    await client.call('history', { page: 1 })
    const second = client.call('history', { page: 2 })
    await clock.advance(6_000)
    expect(await second).toBe('page')
  })

  it('is asked a few times where the portal has never told its time', async () => {
    const clock = new TestClock()
    let asked = 0
    const client = createRestClient(
      'https://portal.example',
      async () => {
        asked++
        throw blocked()
      },
      { scheduler: new Scheduler(clock) },
    )
    const outcome = expect(client.call('history', {})).rejects.toMatchObject({ detail: 'OPERATION_TIME_LIMIT', availableAt: null })
    await clock.advance(MINUTE)
    await outcome
    expect(asked).toBe(3)
  })
})

describe('reading in bulk', () => {
  it('waits before its method is blocked, also where there are no batches', async () => {
    const clock = new TestClock()
    const portal = countingPortal(420)
    let lowest = 3_001
    const client = clientOf(portal, clock, 15, (method) => {
      if (method === 'batch') throw new PortalError('unsupported', 'no batches')
      const messages = Array.from({ length: Math.min(50, lowest - 1) }, (_, at) => ({ id: lowest - 1 - at, author_id: 7, text: 'm' }))
      lowest -= messages.length
      return { chat_id: 1, messages, users: [], files: [] }
    })
    await client.prepare()
    const read: number[] = []
    const reading = (async () => {
      for await (const page of readInBulk(client, parseDialogId('chat1') as DialogId, { direction: 'older', from: null, clock }))
        read.push(...page.messages.map(({ id }) => id))
    })()
    let isRead = false
    void reading.finally(() => (isRead = true))
    // Sixty pages of fifteen seconds each take several windows of ten minutes.
    while (!isRead) await clock.advance(MINUTE)
    await reading
    expect(read).toHaveLength(3_000)
    expect(portal.refused).toBe(0)
  })
})
