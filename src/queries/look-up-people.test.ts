import { afterEach, expect, it, vi } from 'vitest'
import { mergePages } from '~/domain/history/history'
import type { UserId } from '~/domain/ids'
import { PortalError } from '~/domain/portal/portal-error'
import { fakeMessage } from '~/testing/fake-message'
import { fakePortal } from '~/testing/fake-portal'
import { keepLookingUpPeople, lookUpPeople } from './look-up-people.ts'
import { peopleKey } from './people.ts'
import { createQueryClient } from './query-client.ts'

afterEach(() => vi.unstubAllGlobals())

const historyBy = (...authors: number[]) =>
  mergePages([
    {
      messages: authors.map((author, index) => fakeMessage(index + 1, 0, { authorId: author as UserId })),
      users: [],
      files: [],
      chatId: null,
      lost: 0,
      older: null,
      newer: null,
    },
  ])

const people = (...ids: number[]) => ids as UserId[]

function portalOfPeople(answer: (ids: readonly number[]) => unknown) {
  const asked: (readonly number[])[] = []
  const portal = fakePortal({ ids: [] })
  portal.collect = (_, params) => {
    const ids = params['ID'] as readonly number[]
    asked.push(ids)
    return Promise.resolve(ids).then(answer)
  }
  return { portal, asked }
}

it('people whom no page brings are asked for once, whether the portal knows them or not', async () => {
  const queryClient = createQueryClient()
  const { portal, asked } = portalOfPeople((ids) => ids.filter((id) => id !== 8).map((id) => ({ id, name: `User ${id}` })))
  await Promise.all([lookUpPeople(queryClient, portal, people(7, 8)), lookUpPeople(queryClient, portal, people(7, 8, 9))])
  await lookUpPeople(queryClient, portal, people(7, 8, 9))
  expect(asked).toEqual([[7, 8], [9]])
  expect(queryClient.getQueryData(peopleKey(portal))).toMatchObject({ 7: { name: 'User 7' }, 8: null, 9: { name: 'User 9' } })
})

it('people are asked for again after a failure, and after the cache was cleared, but not where there is no such method', async () => {
  const queryClient = createQueryClient()
  let code: 'network' | 'unsupported' = 'network'
  const { portal, asked } = portalOfPeople(() => {
    throw new PortalError(code, 'no')
  })
  await lookUpPeople(queryClient, portal, people(7))
  await lookUpPeople(queryClient, portal, people(7))
  expect(asked).toHaveLength(2)
  code = 'unsupported'
  await lookUpPeople(queryClient, portal, people(7))
  await lookUpPeople(queryClient, portal, people(7))
  expect(asked).toHaveLength(3)
  queryClient.clear()
  await lookUpPeople(queryClient, portal, people(7))
  expect(asked).toHaveLength(4)
})

it('people who could not be asked for are asked for again when the reader or the network comes back, and no longer than their messages are shown', async () => {
  const window = new EventTarget()
  vi.stubGlobal('window', window)
  const queryClient = createQueryClient()
  let isDown = true
  const { portal, asked } = portalOfPeople((ids) => {
    if (isDown) throw new PortalError('network', 'no')
    return ids.map((id) => ({ id, name: `User ${id}` }))
  })
  const people = () => queryClient.getQueryData(peopleKey(portal))
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  const stop = keepLookingUpPeople(queryClient, portal, historyBy(7))
  await settle()
  window.dispatchEvent(new Event('focus'))
  await settle()
  isDown = false
  window.dispatchEvent(new Event('online'))
  await settle()
  expect(people()).toMatchObject({ 7: { name: 'User 7' } })
  expect(asked).toHaveLength(3)
  window.dispatchEvent(new Event('focus'))
  await settle()
  expect(asked).toHaveLength(3)
  stop()
  isDown = true
  queryClient.clear()
  window.dispatchEvent(new Event('focus'))
  await settle()
  expect(asked).toHaveLength(3)
})
