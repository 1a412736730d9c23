import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MessagePage } from '~/domain/history'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import { fakePortal, type FakePortalOptions } from '~/testing/fake-portal'
import { loadNeighbour, loadWindow } from './message-page.ts'

const dialogId = parseDialogId('chat1') as DialogId
const idsOf = (pages: readonly MessagePage[]) => pages.flatMap((page) => page.messages.map(({ id }) => id as number))

/** Reads from a window to both ends, as scrolling does. */
async function readAll(portal: ReturnType<typeof fakePortal>, first: MessagePage): Promise<number[]> {
  const pages = [first]
  for (let cursor = first.older; cursor; cursor = pages[0]?.older ?? null) pages.unshift(await loadNeighbour(portal, dialogId, cursor))
  for (let cursor = first.newer; cursor; cursor = pages.at(-1)?.newer ?? null) pages.push(await loadNeighbour(portal, dialogId, cursor))
  return idsOf(pages)
}

const portals = fc.record({
  ids: fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { maxLength: 260 }),
  unknownCursor: fc.constantFrom('neighbours' as const, 'empty' as const),
  batches: fc.boolean(),
})

const sorted = ({ ids }: FakePortalOptions) => ids.toSorted((a, b) => a - b)

describe('reading a dialog', () => {
  it('from its newest page reaches every message once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(portals, async (options) => {
        const portal = fakePortal(options)
        expect(await readAll(portal, await loadWindow(portal, dialogId, { at: 'newest', visit: 0 }))).toEqual(sorted(options))
      }),
    )
  })

  it('from its beginning as well', async () => {
    await fc.assert(
      fc.asyncProperty(portals, async (options) => {
        const portal = fakePortal(options)
        const first = await loadWindow(portal, dialogId, { at: 'oldest' })
        expect(first.older).toBeNull()
        expect(await readAll(portal, first)).toEqual(sorted(options))
      }),
    )
  })

  it('from around any message as well, and that message is on the first page', async () => {
    await fc.assert(
      fc.asyncProperty(portals, fc.nat(), async (options, at) => {
        fc.pre(options.ids.length > 0)
        const portal = fakePortal(options)
        const id = options.ids[at % options.ids.length] as MessageId
        const first = await loadWindow(portal, dialogId, { at: 'around', id })
        expect(idsOf([first])).toContain(id)
        expect(await readAll(portal, first)).toEqual(sorted(options))
      }),
    )
  })

  it('goes on when the message at the cursor has vanished', async () => {
    await fc.assert(
      fc.asyncProperty(
        portals,
        fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), { minLength: 60, maxLength: 200 }),
        async (given, ids) => {
          const options = { ...given, ids }
          const portal = fakePortal(options)
          const first = await loadWindow(portal, dialogId, { at: 'newest', visit: 0 })
          const gone = first.messages[0]?.id as number
          portal.ids = portal.ids.filter((id) => id !== gone)
          const all = await readAll(portal, first)
          expect(all.filter((id) => id !== gone)).toEqual(sorted(options).filter((id) => id !== gone))
        },
      ),
    )
  })

  it('around a message costs one request where batches work', async () => {
    const portal = fakePortal({ ids: Array.from({ length: 200 }, (_, n) => n * 3 + 1) })
    const page = await loadWindow(portal, dialogId, { at: 'around', id: 301 as MessageId })
    expect(page.messages).toHaveLength(75)
    expect(portal.asked.map(({ params }) => params['LIMIT'])).toEqual([25, 50])
  })

  it('of somebody who has never written is empty, not an error', async () => {
    const portal = { ...fakePortal({ ids: [] }), call: async () => false }
    expect(await loadWindow(portal, dialogId, { at: 'newest', visit: 0 })).toMatchObject({ messages: [], older: null, newer: null })
  })

  it('never sends a computed cursor', async () => {
    const ids = Array.from({ length: 300 }, (_, n) => n * 7 + 3)
    const portal = fakePortal({ ids })
    await readAll(portal, await loadWindow(portal, dialogId, { at: 'around', id: ids[150] as MessageId }))
    for (const { params } of portal.asked) {
      for (const name of ['FIRST_ID', 'LAST_ID']) if (params[name] !== undefined) expect(ids).toContain(Number(params[name]))
      expect(params['FIRST_ID'] !== undefined && params['LAST_ID'] !== undefined).toBe(false)
    }
  })
})
