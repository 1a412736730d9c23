import { InfiniteQueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import type { WindowStart } from '~/domain/history/cursor'
import type { History } from '~/domain/history/history'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import type { TextMessage } from '~/domain/message/message'
import { fakePortal, type FakePortalOptions } from '~/testing/fake-portal'
import { isDeleted } from './find-message.ts'
import { historyQuery, MAX_PAGES } from './history.ts'
import { viewerWindow } from './loaded-windows.ts'
import { createQueryClient } from '../query-client.ts'
import { pollArrivals, rereadInSight, type Screen } from './window-upkeep.ts'

const dialogId = parseDialogId('chat1') as DialogId
const ids = Array.from({ length: 1_500 }, (_, n) => n * 3 + 1)
const newestStart: WindowStart = { at: 'newest', visit: 0 }
const NOTHING: ReadonlySet<number> = new Set()
const screenWith = (seen: ReadonlySet<number>): Screen => ({ seen: () => seen, steady: () => seen })

async function open(options: Partial<FakePortalOptions> = {}, start = newestStart) {
  const portal = fakePortal({ ids, ...options })
  const queryClient = createQueryClient()
  const observer = new InfiniteQueryObserver(queryClient, historyQuery(portal, dialogId, start))
  observer.subscribe(() => {})
  await observer.refetch()
  const history = (): History => {
    const { data } = observer.getCurrentResult()
    if (!data) throw new Error('nothing is loaded')
    return data
  }
  const scope = { queryClient, client: portal, dialogId, start }
  return {
    portal,
    queryClient,
    observer,
    history,
    scope,
    /** Ids of the messages that are loaded. */
    loaded: () => history().messages.map(({ id }) => id as number),
    messageOf: (id: number | undefined) => history().messages.find((message) => message.id === id) as TextMessage | undefined,
    poll: (seen = NOTHING) => pollArrivals(scope, history(), screenWith(seen), {}),
    reread: (...seen: number[]) => rereadInSight(scope, history(), screenWith(new Set(seen)), {}),
    /** What was asked of the portal by some work. */
    asks: async (work: () => Promise<unknown>) => {
      const before = portal.asked.length
      await work()
      return portal.asked.slice(before).map(({ params }) => params)
    },
  }
}

describe('polling', () => {
  it('adds what arrives once, and only where the end is loaded', async () => {
    const window = await open({ ids: ids.slice(0, 100) })
    window.portal.ids = ids.slice(0, 103)
    expect(await window.poll()).toMatchObject({ fresh: 3 })
    expect(await window.poll()).toMatchObject({ fresh: 0 })
    expect(window.loaded()).toEqual(ids.slice(50, 103))
  })
  it('notices new messages even when the newest known one has vanished, on portals that know only their own', async () => {
    const window = await open({ ids: ids.slice(0, 100), unknownCursor: 'empty' })
    const before = window.loaded()
    window.portal.ids = [...ids.slice(0, 99), ...ids.slice(100, 102)]
    expect(await window.poll()).toMatchObject({ fresh: 2 })
    expect(window.loaded()).toEqual([...before.slice(0, -1), ...ids.slice(100, 102)])
  })
  it.each(['neighbours', 'empty'] as const)('lets go of a newest message that has been deleted (%s)', async (unknownCursor) => {
    const window = await open({ ids: ids.slice(0, 100), unknownCursor })
    const before = window.loaded()
    window.portal.ids = ids.slice(0, 99)
    await window.poll()
    expect(window.loaded()).toEqual(before.slice(0, -1))
    expect(window.history().newer).toBeNull()
  })
  it('shows the edit of the newest message', async () => {
    const window = await open()
    window.portal.edited = new Map([[ids.at(-1) ?? 0, 'now']])
    await window.poll()
    expect(window.messageOf(ids.at(-1))).toMatchObject({ text: 'now', edited: true })
  })
  it('changes nothing while nothing does: no row is drawn again', async () => {
    const window = await open()
    const before = window.history()
    await window.poll()
    expect(window.history()).toBe(before)
  })
  it('for a day does not let the window grow without bound, and keeps what is being read', async () => {
    const window = await open({ ids: ids.slice(0, 100) })
    for (let count = 101; count <= 1_100; count++) {
      window.portal.ids = ids.slice(0, count)
      await window.poll()
    }
    expect(window.loaded().length).toBeLessThanOrEqual((MAX_PAGES + 1) * 50)
    expect(window.loaded().at(-1)).toBe(ids[1_099])
    const first = window.loaded()[0] ?? 0
    for (let count = 1_101; count <= 1_200 && window.history().newer === null; count++) {
      window.portal.ids = ids.slice(0, count)
      await window.poll(new Set([first]))
    }
    // The page that is read stays; what has arrived is loaded again when the reader comes there.
    expect(window.loaded()[0]).toBe(first)
    expect(window.history().newer).not.toBeNull()
    while (window.observer.getCurrentResult().hasNextPage) await window.observer.fetchNextPage()
    const loaded = window.loaded()
    expect(loaded).toEqual(window.portal.ids.slice(-loaded.length))
  })
})

describe('what is in sight, read again', () => {
  it('takes one request, and changes nothing while nothing has', async () => {
    const window = await open()
    const before = window.history()
    expect(await window.asks(() => window.reread(ids[1_470] ?? 0))).toHaveLength(1)
    expect(window.history()).toBe(before)
  })
  it('shows edits and lets go of what has been deleted, at the end and far from it', async () => {
    const window = await open()
    for (let page = 0; page < 5; page++) await window.observer.fetchPreviousPage()
    for (const at of [1_240, 1_495]) {
      const [edited, deleted] = [ids[at] ?? 0, ids[at + 1] ?? 0]
      window.portal.edited = new Map([[edited, 'now']])
      window.portal.ids = window.portal.ids.filter((id) => id !== deleted)
      const asked = await window.asks(() => window.reread(ids[at - 1] ?? 0, ids[at + 2] ?? 0))
      expect(asked).toHaveLength(1)
      expect(asked[0]).toMatchObject({ LIMIT: 50 })
      expect(window.messageOf(edited)).toMatchObject({ text: 'now', edited: true })
      expect(window.loaded()).toEqual(window.portal.ids.slice(-window.loaded().length))
    }
  })
  it('tells at the end what has arrived, too', async () => {
    const window = await open({ ids: ids.slice(0, 100) })
    window.portal.ids = ids.slice(0, 104)
    expect(await window.reread(ids[99] ?? 0)).toMatchObject({ fresh: 4, reachesEnd: true })
    expect(window.loaded()).toEqual(ids.slice(50, 104))
  })
  it('does not take for the end what does not join it', async () => {
    const window = await open({ ids: ids.slice(0, 100) })
    window.portal.ids = ids.slice(0, 300)
    expect(await window.reread(ids[99] ?? 0)).toMatchObject({ reachesEnd: false })
    await window.poll()
    const loaded = window.loaded()
    expect(loaded).toEqual(ids.slice(50, 50 + loaded.length))
    expect(window.history().newer).not.toBeNull()
  })
  it('changes the window of the viewer as well', async () => {
    const window = await open()
    const pressed = (ids.at(-5) ?? 0) as MessageId
    const own = viewerWindow(window.queryClient, window.portal, dialogId, newestStart, pressed)
    const viewer = new InfiniteQueryObserver(window.queryClient, historyQuery(window.portal, dialogId, own))
    viewer.subscribe(() => {})
    window.portal.ids = ids.filter((id) => id !== pressed)
    await window.reread(pressed)
    expect(viewer.getCurrentResult().data?.messages.some(({ id }) => id === pressed)).toBe(false)
  })
  it('tells what shows a message elsewhere, as a reply does, that it has gone; a dropped page does not', async () => {
    const window = await open()
    const gone = () => isDeleted(window.queryClient, window.portal, dialogId, (ids.at(-5) ?? 0) as MessageId)
    expect(gone()).toBe(false)
    window.portal.ids = ids.filter((id) => id !== ids.at(-5))
    await window.reread(ids.at(-4) ?? 0)
    expect(gone()).toBe(true)
    for (let page = 0; page < MAX_PAGES; page++) await window.observer.fetchPreviousPage()
    expect(gone()).toBeNull()
  })
  it('waits for a page that is just being read, which would bring back what has been deleted', async () => {
    const window = await open()
    const page = window.observer.fetchPreviousPage()
    window.portal.ids = ids.slice(0, -1)
    expect(await window.reread(ids.at(-1) ?? 0)).toMatchObject({ isBusy: true })
    await page
    expect(await window.reread(ids.at(-1) ?? 0)).toMatchObject({ isBusy: false })
    expect(window.loaded().at(-1)).toBe(ids.at(-2))
  })
})
