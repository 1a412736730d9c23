import { InfiniteQueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import type { WindowStart } from '~/domain/history/cursor'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import { fakePortal } from '~/testing/fake-portal'
import { historyQuery, MAX_PAGES, windowFulfils } from './history.ts'
import { viewerWindow } from './loaded-windows.ts'
import { createQueryClient } from '../query-client.ts'

const dialogId = parseDialogId('chat1') as DialogId
const ids = Array.from({ length: 1_500 }, (_, n) => n * 3 + 1)
const newest = { at: 'newest', visit: 0 } as const

async function open(portal: ReturnType<typeof fakePortal>, start: WindowStart = newest) {
  const queryClient = createQueryClient()
  const query = historyQuery(portal, dialogId, start)
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

it('a window that has been walked away from no longer has what it was opened for', async () => {
  const id = ids[700] as MessageId
  const around: WindowStart = { at: 'around', id }
  for (const start of [newest, around, { at: 'oldest' } as const]) {
    const portal = fakePortal({ ids })
    const { queryClient, observer } = await open(portal, start)
    const has = () => windowFulfils(queryClient, portal, dialogId, start, start)
    expect(has()).toBe(true)
    for (let page = 0; page < MAX_PAGES + 2; page++) await (start.at === 'oldest' ? observer.fetchNextPage() : observer.fetchPreviousPage())
    expect(has()).toBe(false)
  }
  expect(windowFulfils(createQueryClient(), fakePortal({ ids }), dialogId, newest, newest)).toBeNull()
})

it('the viewer opened at a picture again, after walking far from it, has it', async () => {
  const portal = fakePortal({ ids })
  const { queryClient } = await open(portal)
  const pressed = ids.at(-10) as MessageId
  const around: WindowStart = { at: 'around', id: pressed }
  for (let time = 0; time < 2; time++) {
    const own = viewerWindow(queryClient, portal, dialogId, newest, pressed)
    const viewer = new InfiniteQueryObserver(queryClient, historyQuery(portal, dialogId, own))
    const close = viewer.subscribe(() => {})
    expect(windowFulfils(queryClient, portal, dialogId, own, around)).toBe(true)
    for (let page = 0; page < MAX_PAGES + 2; page++) await viewer.fetchPreviousPage()
    expect(windowFulfils(queryClient, portal, dialogId, own, around)).toBe(false)
    close()
  }
  // The timeline stayed as it was, also where it was opened at the very same message.
  expect(windowFulfils(queryClient, portal, dialogId, newest, newest)).toBe(true)
})

it('the viewer does not take the timeline’s pages for a picture that they do not hold', async () => {
  const portal = fakePortal({ ids })
  const { queryClient } = await open(portal)
  const own = viewerWindow(queryClient, portal, dialogId, newest, ids[3] as MessageId)
  expect(windowFulfils(queryClient, portal, dialogId, own, own)).toBeNull()
})
