import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDialogId, type DialogId } from '~/domain/ids'
import { PortalError } from '~/domain/portal/portal-error'
import { readInBulk, type BulkCursor, type BulkOptions } from './bulk-reader.ts'
import { FIRST_PACE, MAX_CHAIN, nextPace } from './chain-length.ts'
import type { RestClient } from '../../client/client.ts'
import { fakePortal } from '~/testing/fake-portal'
import type { Clock } from '../../client/scheduler.ts'

const dialogId = parseDialogId('chat1') as DialogId

/** Waits take no time; their lengths are recorded. */
function instantClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = []
  return {
    waits,
    now: () => 0,
    after: (ms, work) => {
      waits.push(ms)
      queueMicrotask(work)
      return () => {}
    },
    random: () => 0.5,
  }
}

async function read(client: RestClient, options: BulkOptions): Promise<{ readonly ids: number[]; readonly next: BulkCursor | null }> {
  const ids: number[] = []
  let next: BulkCursor | null = null
  for await (const page of readInBulk(client, dialogId, { clock: instantClock(), ...options })) {
    const found = page.messages.map(({ id }) => id as number)
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    ids.push(...(options.direction === 'older' ? found.toReversed() : found))
    next = page.next
  }
  return { ids, next }
}

/** A portal on which, before each question, messages arrive at the end and vanish anywhere. */
function restlessPortal(
  ids: readonly number[],
  unknownCursor: 'neighbours' | 'empty',
  batches: boolean,
  changes: readonly { readonly arrive: number; readonly vanish: readonly number[] }[],
) {
  const portal = fakePortal({ ids, unknownCursor, batches })
  const vanished = new Set<number>()
  let turn = 0
  const call = portal.call.bind(portal)
  portal.call = (method, params) => {
    const change = changes[turn++ % Math.max(1, changes.length)]
    for (const share of change?.vanish ?? []) {
      const [gone] = portal.ids.splice(Math.floor(share * portal.ids.length), 1)
      if (gone !== undefined) vanished.add(gone)
    }
    const newest = Math.max(0, ...portal.ids, ...vanished)
    if (turn < 60) for (let at = 1; at <= (change?.arrive ?? 0); at++) portal.ids.push(newest + at)
    return call(method, params)
  }
  return { portal, vanished }
}

const scenes = fc.record({
  ids: fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { maxLength: 700 }),
  unknownCursor: fc.constantFrom('neighbours' as const, 'empty' as const),
  batches: fc.boolean(),
  direction: fc.constantFrom('older' as const, 'newer' as const),
  changes: fc.array(
    fc.record({ arrive: fc.nat({ max: 3 }), vanish: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 2 }) }),
    { maxLength: 5 },
  ),
})

describe('reading in bulk', () => {
  it('brings every message that stays once and in order, whatever arrives and vanishes meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(scenes, async ({ ids, unknownCursor, batches, direction, changes }) => {
        const { portal, vanished } = restlessPortal(ids, unknownCursor, batches, changes)
        const found = (await read(portal, { direction, from: null })).ids
        expect(new Set(found).size).toBe(found.length)
        const ascending = direction === 'older' ? found.toReversed() : found
        expect(ascending).toEqual(ascending.toSorted((a, b) => a - b))
        const all = new Set(found)
        for (const id of ids) if (!vanished.has(id)) expect(all.has(id), `${id} is missing`).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('goes on from where it was stopped, also when the message there has vanished', async () => {
    await fc.assert(
      fc.asyncProperty(scenes, fc.nat({ max: 8 }), async ({ ids, unknownCursor, batches, direction }, pages) => {
        const portal = fakePortal({ ids, unknownCursor, batches })
        const found: number[] = []
        let next: BulkCursor | null = null
        for await (const page of readInBulk(portal, dialogId, { direction, from: null, clock: instantClock() })) {
          found.push(...page.messages.map(({ id }) => id as number))
          next = page.next
          if (found.length >= pages * 50) break
        }
        if (next) portal.ids = portal.ids.filter((id) => id !== next.than)
        const rest = next ? (await read(portal, { direction, from: next })).ids : []
        expect([...found, ...rest].toSorted((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b))
      }),
    )
  })

  it('asks for up to fifty pages at a time, in one request', async () => {
    const portal = fakePortal({ ids: Array.from({ length: 10_000 }, (_, at) => at * 3 + 1) })
    const requests: number[] = []
    const batch = portal.batch.bind(portal)
    portal.batch = (commands) => {
      requests.push(Object.keys(commands).length)
      return batch(commands)
    }
    expect((await read(portal, { direction: 'older', from: null })).ids).toHaveLength(10_000)
    expect(requests.slice(0, 3)).toEqual([FIRST_PACE.pages, 40, MAX_CHAIN])
    expect(requests.length).toBeLessThan(8)
  })

  it('asks for shorter chains where long ones fail, and tells why when a single page does', async () => {
    const portal = fakePortal({ ids: Array.from({ length: 500 }, (_, at) => at + 1) })
    const lengths: number[] = []
    const batch = portal.batch.bind(portal)
    portal.batch = (commands) => {
      const length = Object.keys(commands).length
      lengths.push(length)
      return length > 3 ? Promise.reject(new PortalError('network', 'cut', { detail: 'TIMEOUT' })) : batch(commands)
    }
    expect((await read(portal, { direction: 'newer', from: null })).ids).toHaveLength(500)
    expect(lengths[0]).toBe(10)
    portal.batch = () => Promise.reject(new PortalError('portal', 'broken'))
    portal.call = () => Promise.reject(new PortalError('portal', 'broken'))
    await expect(read(portal, { direction: 'newer', from: null })).rejects.toThrow('broken')
  })

  it('waits while the method is blocked, and goes on', async () => {
    const portal = fakePortal({ ids: Array.from({ length: 300 }, (_, at) => at + 1), batches: false })
    let blocked = 3
    const call = portal.call.bind(portal)
    portal.call = (method, params) =>
      blocked-- > 0 ? Promise.reject(new PortalError('rate-limit', 'blocked', { detail: 'OPERATION_TIME_LIMIT' })) : call(method, params)
    const clock = instantClock()
    expect((await read(portal, { direction: 'older', from: null, clock })).ids).toHaveLength(300)
    expect(clock.waits).toEqual([60_000, 60_000, 60_000])
  })

  it('stops at once when it is cancelled', async () => {
    const portal = fakePortal({ ids: Array.from({ length: 3_000 }, (_, at) => at + 1) })
    const controller = new AbortController()
    const pages: number[] = []
    const reading = async () => {
      for await (const page of readInBulk(portal, dialogId, { direction: 'newer', from: null, signal: controller.signal })) {
        pages.push(page.messages.length)
        if (pages.length === 4) controller.abort(new Error('enough'))
      }
    }
    await expect(reading()).rejects.toThrow('enough')
    expect(pages.length).toBe(4)
    // Those of the first chain.
    expect(portal.asked.length).toBe(10)
  })
})

describe('the pace', () => {
  const report = { pages: 50, duration: 1, operating: null, resetAt: null }
  it('keeps a chain well below what a request may take', () => {
    expect(nextPace(report, 0).pages).toBe(50)
    expect(nextPace({ ...report, duration: 50 }, 0).pages).toBe(6)
    expect(nextPace({ ...report, pages: 1, duration: 30 }, 0).pages).toBe(1)
    expect(nextPace({ ...report, pages: 3, duration: 0.01 }, 0).pages).toBe(12)
  })
  it('leaves the reader a part of the operating time', () => {
    expect(nextPace({ ...report, pages: 10, duration: 10, operating: 250 }, 0).pages).toBe(2)
    expect(nextPace({ ...report, operating: 300, resetAt: 30_000 }, 0)).toEqual({ pages: 1, waitMs: 30_000 })
    expect(nextPace({ ...report, operating: 300, resetAt: 600_000 }, 0)).toEqual({ pages: 1, waitMs: 60_000 })
  })
})
