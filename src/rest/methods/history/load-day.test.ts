import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDialogId, type DialogId } from '~/domain/ids'
import { Clock, dayAt } from '~/lib/time/clock'
import { fakePortal, type FakePortalOptions } from '~/testing/fake-portal'
import { loadDay } from './load-day.ts'

const dialogId = parseDialogId('chat1') as DialogId
const utc = new Clock('utc')
const HOUR = 3_600_000
const begin = Date.UTC(2024, 0, 1)

/** A message every hour, from the first of January 2024 on; there is none on the tenth of January. */
const gap = (hour: number) => (hour >= 9 * 24 ? hour + 24 : hour)
const hourly = (offset = '+00:00', minutes = 0) => ({
  dateOf: (id: number) => `${new Date(begin + gap(id / 10 - 1) * HOUR + minutes * 60_000).toISOString().slice(0, 19)}${offset}`,
  ids: Array.from({ length: 24 * 40 }, (_, at) => (at + 1) * 10),
})
const idOf = (day: number, hour = 0) => ((day > 10 ? day - 2 : day - 1) * 24 + hour + 1) * 10

/** Those of some ids that lie from the first to the last of others. */
const between = (ids: readonly number[], [first = 0, ...others]: readonly number[]) =>
  ids.filter((id) => id >= first && id <= (others.at(-1) ?? first))

const portal = (options: Partial<FakePortalOptions> = {}) => fakePortal({ ...hourly(), search: true, ...options })

describe('a day', () => {
  it('comes with what lies around its first message in one request', async () => {
    const asked = portal()
    const found = await loadDay(asked, dialogId, '2024-01-20', utc)
    expect(asked.requests).toBe(1)
    expect(found?.id).toBe(idOf(20))
    const ids: number[] = found?.page.messages.map(({ id }) => id) ?? []
    expect(ids).toEqual(between(hourly().ids, ids))
    expect(ids[0]).toBeLessThan(idOf(19, 1))
    expect([found?.page.older === null, found?.page.newer === null]).toEqual([false, false])
  })

  it('without messages leads to the next one that has some, one before the beginning to that, one after the end to the newest message', async () => {
    for (const [day, id, ends] of [
      ['2024-01-10', idOf(11), [false, false]],
      ['2020-05-01', idOf(1), [true, false]],
      ['2024-01-01', idOf(1), [true, false]],
      ['2030-01-01', 9600, [false, true]],
    ] as const) {
      const asked = portal()
      const found = await loadDay(asked, dialogId, day, utc)
      expect(found?.id).toBe(id)
      expect(asked.requests).toBe(1)
      expect([found?.page.older === null, found?.page.newer === null]).toEqual(ends)
    }
  })

  it('of an empty dialog is nowhere', async () => {
    expect(await loadDay(portal({ ids: [] }), dialogId, '2024-01-20', utc)).toBeNull()
  })

  it('begins where the portal’s clock says, also where it was asked by another one', async () => {
    // The portal has written +03:00 with other dates, and in that season writes +05:00.
    const asked = portal(hourly('+05:00'))
    const found = await loadDay(asked, dialogId, '2024-01-20', new Clock('portal', { minutes: 180 }))
    expect(found?.id).toBe(idOf(20))
    const behind = await loadDay(portal(hourly('-08:00')), dialogId, '2024-01-20', new Clock('portal', { minutes: 840 }))
    expect(behind?.id).toBe(idOf(20))
  })
})

describe('where the portal has no search', () => {
  it('a day is found by probing, and leads to the same message', async () => {
    for (const day of ['2024-01-20', '2024-01-10', '2020-05-01', '2024-02-09', '2030-01-01']) {
      const [by, without] = await Promise.all([portal(), portal({ search: false })].map((asked) => loadDay(asked, dialogId, day, utc)))
      expect([day, without?.id]).toEqual([day, by?.id])
      expect(without?.page.messages.some(({ id }) => id === without.id)).toBe(true)
    }
  })

  it('no messages are missing around it, whatever the ids are', async () => {
    const chats = fc.record({
      ids: fc.uniqueArray(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 260 }),
      day: fc.integer({ min: -2, max: 45 }),
      order: fc.constantFrom('usual' as const, 'shuffled' as const),
      batches: fc.constant(true),
    })
    await fc.assert(
      fc.asyncProperty(chats, async ({ ids, day, order }) => {
        const dateOf = (id: number) => new Date(begin + id * 18_000).toISOString().replace('.000Z', '+00:00')
        const asked = fakePortal({ ids, dateOf, order, search: false, maxRequests: 5 })
        const wanted = new Date(begin + day * 24 * HOUR).toISOString().slice(0, 10)
        const found = await loadDay(asked, dialogId, wanted, utc)
        const sorted = ids.toSorted((a, b) => a - b)
        const expected = sorted.find((id) => dayAt(Date.parse(dateOf(id)), 0) >= wanted) ?? sorted.at(-1)
        expect(found?.id).toBe(expected)
        const read: number[] = found?.page.messages.map(({ id }) => id) ?? []
        expect(read).toEqual(between(sorted, read))
        expect(found?.page.older === null || read[0] !== sorted[0]).toBe(true)
        if (found?.page.older === null) expect(read[0]).toBe(sorted[0])
        if (found?.page.newer === null) expect(read.at(-1)).toBe(sorted.at(-1))
      }),
      { numRuns: 150 },
    )
  })

  it('and no message is found below an id that is none, it says so', async () => {
    await expect(loadDay(portal({ search: false, unknownCursor: 'empty' }), dialogId, '2024-01-20', utc)).rejects.toMatchObject({
      code: 'unsupported',
    })
  })
})

it('a portal without batches is asked one by one', async () => {
  const found = await loadDay(portal({ batches: false }), dialogId, '2024-01-20', utc)
  expect(found?.id).toBe(idOf(20))
  expect((await loadDay(portal({ batches: false }), dialogId, '2030-01-01', utc))?.id).toBe(9600)
})
