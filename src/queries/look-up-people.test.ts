import { expect, it } from 'vitest'
import { mergePages } from '~/domain/history/history'
import type { UserId } from '~/domain/ids'
import { PortalError } from '~/domain/portal/portal-error'
import { fakeMessage } from '~/testing/fake-message'
import { fakePortal } from '~/testing/fake-portal'
import { lookUpPeople } from './look-up-people.ts'
import { peopleKey } from './people.ts'
import { createQueryClient } from './query-client.ts'

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
  await Promise.all([lookUpPeople(queryClient, portal, historyBy(7, 8)), lookUpPeople(queryClient, portal, historyBy(7, 8, 9))])
  await lookUpPeople(queryClient, portal, historyBy(7, 8, 9))
  expect(asked).toEqual([[7, 8], [9]])
  expect(queryClient.getQueryData(peopleKey(portal))).toMatchObject({ 7: { name: 'User 7' }, 8: null, 9: { name: 'User 9' } })
})

it('people are asked for again after a failure, and after the cache was cleared, but not where there is no such method', async () => {
  const queryClient = createQueryClient()
  let code: 'network' | 'unsupported' = 'network'
  const { portal, asked } = portalOfPeople(() => {
    throw new PortalError(code, 'no')
  })
  await lookUpPeople(queryClient, portal, historyBy(7))
  await lookUpPeople(queryClient, portal, historyBy(7))
  expect(asked).toHaveLength(2)
  code = 'unsupported'
  await lookUpPeople(queryClient, portal, historyBy(7))
  await lookUpPeople(queryClient, portal, historyBy(7))
  expect(asked).toHaveLength(3)
  queryClient.clear()
  await lookUpPeople(queryClient, portal, historyBy(7))
  expect(asked).toHaveLength(4)
})
