import { InfiniteQueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { parseDialogId, type DialogId } from '~/domain/ids'
import { fakePortal } from '~/testing/fake-portal'
import { loadArrivals, nextInterval } from './arrivals.ts'
import { addArrived, historyQuery, MAX_PAGES } from './history.ts'
import { createQueryClient } from './query-client.ts'

const dialogId = parseDialogId('chat1') as DialogId
const ids = Array.from({ length: 1_500 }, (_, n) => n * 3 + 1)
const newest = { at: 'newest', visit: 0 } as const

async function open(portal: ReturnType<typeof fakePortal>) {
  const queryClient = createQueryClient()
  const query = historyQuery(portal, dialogId, newest)
  const observer = new InfiniteQueryObserver(queryClient, query)
  observer.subscribe(() => {})
  await observer.refetch()
  return { queryClient, query, observer }
}

it('a window grows upwards, lets the far pages go, and reads them again on the way down', async () => {
  const { observer } = await open(fakePortal({ ids }))
  const seen = new Set<number>()
  const look = () => {
    const { data } = observer.getCurrentResult()
    for (const message of data?.messages ?? []) seen.add(message.id)
    expect(data?.messages.length).toBeLessThanOrEqual(MAX_PAGES * 50)
    const own = data?.messages.map(({ id }): number => id) ?? []
    expect(own).toEqual(ids.slice(ids.indexOf(own[0] ?? 0)).slice(0, own.length))
  }
  look()
  while (observer.getCurrentResult().hasPreviousPage) {
    await observer.fetchPreviousPage()
    look()
  }
  expect(observer.getCurrentResult().data?.older).toBeNull()
  expect([...seen].toSorted((a, b) => a - b)).toEqual(ids)
  seen.clear()
  look()
  while (observer.getCurrentResult().hasNextPage) {
    await observer.fetchNextPage()
    look()
  }
  expect([...seen].toSorted((a, b) => a - b)).toEqual(ids)
  expect(observer.getCurrentResult().data?.newer).toBeNull()
})

it('a page that is put before others leaves their messages the very same, so that no row is drawn anew', async () => {
  const { observer } = await open(fakePortal({ ids }))
  const loaded = () => observer.getCurrentResult().data?.messages ?? []
  await observer.fetchPreviousPage()
  await observer.fetchPreviousPage()
  const before = new Map(loaded().map((message) => [message.id, message]))
  await observer.fetchPreviousPage()
  expect(loaded()).toHaveLength(200)
  for (const message of loaded().slice(50)) expect(message).toBe(before.get(message.id))
})

it('what arrives is added once, and only where the end is loaded', async () => {
  const portal = fakePortal({ ids: ids.slice(0, 100) })
  const { queryClient, query, observer } = await open(portal)
  portal.ids = ids.slice(0, 103)
  const messages = () => observer.getCurrentResult().data?.messages ?? []
  for (let turn = 0; turn < 2; turn++) {
    const { page, end } = await loadArrivals(portal, dialogId, messages(), new AbortController().signal)
    addArrived(queryClient, query, page, end)
  }
  expect(messages().map(({ id }) => id as number)).toEqual(ids.slice(50, 103))
})

it('a poll notices new messages even when the newest known one has vanished', async () => {
  const portal = fakePortal({ ids: ids.slice(0, 100), unknownCursor: 'empty' })
  const { observer } = await open(portal)
  portal.ids = [...ids.slice(0, 99), ...ids.slice(100, 102)]
  const { page, fresh } = await loadArrivals(
    portal,
    dialogId,
    observer.getCurrentResult().data?.messages ?? [],
    new AbortController().signal,
  )
  expect(fresh).toBe(2)
  expect(page.messages.map(({ id }) => id as number)).toContain(ids[101])
})

it('polling slows down while nothing comes, and is quick again when something has', () => {
  let interval = 4_000
  for (let turn = 0; turn < 20; turn++) interval = nextInterval(interval, 0)
  expect(interval).toBe(60_000)
  expect(nextInterval(interval, 1)).toBe(4_000)
})
