import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NeighbourCursor, WindowStart } from '~/domain/history/cursor'
import type { MessagePage } from '~/domain/history/history'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import { isPortalError } from '~/domain/portal/portal-error'
import { fakePortal, type FakePortalOptions } from '~/testing/fake-portal'
import { loadNeighbour } from './load-neighbour.ts'
import { loadWindow } from './load-window.ts'

type FakePortal = ReturnType<typeof fakePortal>

const dialogId = parseDialogId('chat1') as DialogId
const newest: WindowStart = { at: 'newest', visit: 0 }
const idsOf = (pages: readonly MessagePage[]) => pages.flatMap((page) => page.messages.map(({ id }) => id as number))
const ascending = (ids: readonly number[]) => ids.toSorted((a, b) => a - b)

/** The most that one page may cost on the strangest of portals; the usual costs are tested by themselves. */
const MAX_REQUESTS = 24

async function counted<T>(portal: FakePortal, load: () => Promise<T>): Promise<T> {
  const before = portal.requests
  const loaded = await load()
  expect(portal.requests - before).toBeLessThanOrEqual(MAX_REQUESTS)
  return loaded
}

const open = (portal: FakePortal, start: WindowStart) => counted(portal, () => loadWindow(portal, dialogId, start))

/** Reads from a window to both ends, as scrolling does. */
async function readAll(portal: FakePortal, first: MessagePage, onCursor: (cursor: NeighbourCursor) => void = () => {}): Promise<number[]> {
  const pages = [first]
  const next = (cursor: NeighbourCursor) => {
    onCursor(cursor)
    expect(pages.length, 'pages without end').toBeLessThan(100)
    return counted(portal, () => loadNeighbour(portal, dialogId, cursor))
  }
  for (let cursor = first.older; cursor; cursor = pages[0]?.older ?? null) pages.unshift(await next(cursor))
  for (let cursor = first.newer; cursor; cursor = pages.at(-1)?.newer ?? null) pages.push(await next(cursor))
  return idsOf(pages)
}

/** None to a few, about as many as a page has, and several pages. */
const someIds = fc
  .oneof({ arbitrary: fc.constantFrom(0, 1, 2, 3, 24, 25, 26, 49, 50, 51, 100), weight: 2 }, { arbitrary: fc.nat({ max: 260 }), weight: 3 })
  .chain((length) => fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: length, maxLength: length }))

/** Every portal that answers its own messages' ids as documented, whatever it does with others. */
const portals = fc.record({
  ids: someIds,
  unknownCursor: fc.constantFrom('neighbours' as const, 'empty' as const, 'ignored' as const),
  zeroIsUnknown: fc.boolean(),
  order: fc.constantFrom('usual' as const, 'shuffled' as const),
  // Of the newest, of one that does not exist, or missing.
  lastMessageId: fc.constantFrom(undefined, null, 100_001, 50_000),
  unread: fc.constantFrom(0, 1, 60, 150),
  batches: fc.boolean(),
  search: fc.boolean(),
})

const startIn = ({ ids }: FakePortalOptions, kind: 'newest' | 'oldest' | 'around', at: number): WindowStart => {
  const id = ids[at % Math.max(1, ids.length)]
  if (kind === 'around' && id !== undefined) return { at: 'around', id: id as MessageId }
  return kind === 'oldest' ? { at: 'oldest' } : newest
}
const kinds = fc.constantFrom('newest' as const, 'oldest' as const, 'around' as const)

describe('reading a dialog', () => {
  it('reaches every message once and in order from any start, whatever the portal does with unknown cursors', async () => {
    await fc.assert(
      fc.asyncProperty(portals, kinds, fc.nat(), async (options, kind, at) => {
        const portal = fakePortal(options)
        expect(await readAll(portal, await open(portal, startIn(options, kind, at)))).toEqual(ascending(options.ids))
      }),
      { numRuns: 250 },
    )
  })

  it('begins where it was asked to', async () => {
    await fc.assert(
      fc.asyncProperty(portals, fc.nat(), async (options, at) => {
        fc.pre(options.ids.length > 0)
        const portal = fakePortal(options)
        const around = startIn(options, 'around', at)
        if (around.at === 'around' && (options.unknownCursor !== 'empty' || !options.zeroIsUnknown))
          expect(idsOf([await open(portal, around)])).toContain(around.id)
        if (options.unknownCursor !== 'empty' || (options.lastMessageId === undefined && options.ids.length > 1))
          expect((await open(portal, newest)).newer).toBeNull()
        if (!options.zeroIsUnknown) expect((await open(portal, { at: 'oldest' })).older).toBeNull()
      }),
      { numRuns: 150 },
    )
  })

  it('goes on when messages have vanished, and says so rather than inventing an end when none leads on', async () => {
    const gaps = fc.oneof(
      fc.record({ edge: fc.constantFrom('older' as const, 'newer' as const, 'both' as const), count: fc.integer({ min: 1, max: 49 }) }),
      fc.record({ edge: fc.constant('any' as const), count: fc.integer({ min: 1, max: 200 }) }),
    )
    await fc.assert(
      fc.asyncProperty(portals, kinds, fc.nat(), gaps, async (options, kind, at, { edge, count }) => {
        const portal = fakePortal(options)
        const first = await open(portal, startIn(options, kind, at))
        const held = idsOf([first])
        const gone = new Set([
          ...(edge === 'older' || edge === 'both' ? held.slice(0, count) : []),
          ...(edge === 'newer' || edge === 'both' ? held.slice(-count) : []),
          ...(edge === 'any' ? options.ids.slice(0, count) : []),
        ])
        portal.ids = portal.ids.filter((id) => !gone.has(id))
        let last: NeighbourCursor | null = null
        const read = await readAll(portal, first, (cursor) => (last = cursor)).catch((error: unknown) => {
          if (!isPortalError(error)) throw error
          expect(error.code).toBe('contract')
          const { than, probes } = last ?? { than: 0, probes: [] }
          expect([than, ...probes].filter((id) => portal.ids.includes(id))).toEqual([])
          return null
        })
        if (read === null) return
        expect(read).toEqual(ascending([...new Set(read)]))
        expect(read.filter((id) => !gone.has(id))).toEqual(ascending(portal.ids))
      }),
      { numRuns: 250 },
    )
  })

  it('takes no record without an id for an end', async () => {
    const runs = fc.array(fc.record({ from: fc.nat({ max: 259 }), length: fc.integer({ min: 1, max: 70 }) }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(portals, kinds, fc.nat(), runs, async (options, kind, at, lost) => {
        const all = ascending(options.ids)
        const withoutId = new Set(lost.flatMap(({ from, length }) => all.slice(from, from + length)))
        const readable = all.filter((id) => !withoutId.has(id))
        const portal = fakePortal({ ...options, withoutId })
        const read = await open(portal, startIn({ ids: readable }, kind, at))
          .then((first) => readAll(portal, first))
          .catch((error: unknown) => (isPortalError(error) && error.code === 'contract' ? null : Promise.reject(error as Error)))
        // A whole page without a single id hides what lies beyond; it is a failure then.
        if (read === null) expect(withoutId.size).toBeGreaterThan(readable.length === 0 ? 0 : 24)
        else expect(read).toEqual(readable)
      }),
      { numRuns: 250 },
    )
  })

  it('of somebody who has never written is empty, not an error', async () => {
    const portal = { ...fakePortal({ ids: [] }), call: async () => false }
    expect(await loadWindow(portal, dialogId, newest)).toMatchObject({ messages: [], older: null, newer: null })
    expect(await loadWindow(portal, dialogId, { at: 'oldest' })).toMatchObject({ messages: [], older: null, newer: null })
  })

  it('never sends a computed cursor', async () => {
    const ids = Array.from({ length: 300 }, (_, n) => n * 7 + 3)
    const portal = fakePortal({ ids })
    await readAll(portal, await open(portal, { at: 'around', id: ids[150] as MessageId }))
    for (const { params } of portal.asked) {
      for (const name of ['FIRST_ID', 'LAST_ID']) if (params[name] !== undefined) expect(ids).toContain(Number(params[name]))
      expect(params['FIRST_ID'] !== undefined && params['LAST_ID'] !== undefined).toBe(false)
    }
  })
})

describe('opening a dialog whose portal knows no cursor but its own messages', () => {
  const documented = { unknownCursor: 'empty', maxRequests: 60 } as const
  const many = Array.from({ length: 300 }, (_, n) => n * 3 + 1)
  const vanished = 999_999

  it('of one message shows it', async () => {
    const portal = fakePortal({ ...documented, ids: [7], zeroIsUnknown: true })
    expect(await open(portal, newest)).toMatchObject({ messages: [{ id: 7 }], older: null, newer: null })
  })

  it('whose last message has gone shows those that are there', async () => {
    const portal = fakePortal({ ...documented, ids: many, zeroIsUnknown: true, lastMessageId: vanished })
    const first = await open(portal, newest)
    expect(idsOf([first])).toContain(many.at(-1))
    expect(await readAll(portal, first)).toEqual(many)
  })

  it('asks a bounded number of times where the last message has gone and the beginning is known', async () => {
    const portal = fakePortal({ ...documented, ids: many, lastMessageId: vanished })
    const first = await open(portal, newest)
    expect(portal.requests).toBeLessThan(8)
    expect(idsOf([first])).toContain(many.at(-1))
    expect(await readAll(portal, first)).toEqual(many)
  })

  it('opens where a message was that has gone', async () => {
    const portal = fakePortal({ ...documented, ids: many.filter((id) => id !== 301), search: true })
    const first = await open(portal, { at: 'around', id: 301 as MessageId })
    expect(idsOf([first])).toContain(298)
    expect(idsOf([first])).toContain(304)
    expect(portal.requests).toBeLessThan(5)
  })
})

describe('what reading costs', () => {
  const ids = Array.from({ length: 200 }, (_, n) => n * 3 + 1)
  const cost = async (options: Partial<FakePortalOptions>, start: WindowStart) => {
    const portal = fakePortal({ ids, ...options })
    const first = await loadWindow(portal, dialogId, start)
    const opening = portal.requests
    await readAll(portal, first)
    return { opening, inAll: portal.requests }
  }

  it('is one request for the newest page and one for every fifty messages, with one more at an end that falls on a full page', async () => {
    expect(await cost({}, newest)).toEqual({ opening: 1, inAll: 6 })
    expect(await cost({ ids: ids.slice(0, 199) }, newest)).toEqual({ opening: 1, inAll: 4 })
    expect(await cost({ ids: ids.slice(0, 1) }, newest)).toEqual({ opening: 1, inAll: 1 })
    expect(await cost({ ids: ids.slice(0, 199) }, { at: 'oldest' })).toEqual({ opening: 1, inAll: 4 })
  })

  it('is one request around a message where batches work', async () => {
    const portal = fakePortal({ ids })
    const page = await loadWindow(portal, dialogId, { at: 'around', id: 301 as MessageId })
    expect(page.messages).toHaveLength(75)
    expect(portal.requests).toBe(1)
    expect(portal.asked.map(({ params }) => params['LIMIT'])).toEqual([25, 50])
    expect((await cost({}, { at: 'around', id: ids.at(-1) as MessageId })).opening).toBe(1)
    expect((await cost({ batches: false }, { at: 'around', id: 301 as MessageId })).opening).toBe(3)
  })
})
