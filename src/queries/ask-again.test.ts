import { InfiniteQueryObserver, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { parseDialogId, type DialogId } from '~/domain/ids'
import { PortalError, type PortalErrorCode } from '~/domain/portal/portal-error'
import { fakePortal } from '~/testing/fake-portal'
import { askFailedAgain, failedQueries } from './ask-again.ts'
import { historyQuery } from './history/history.ts'
import { createQueryClient } from './query-client.ts'

const dialogId = parseDialogId('chat1') as DialogId

/** Three hundred messages that are shown, of which the older ones could not be loaded. */
async function openFailed(code: PortalErrorCode) {
  const portal = fakePortal({ ids: Array.from({ length: 300 }, (_, at) => at + 1) })
  const call = portal.call.bind(portal)
  const queryClient = createQueryClient()
  const observer = new InfiniteQueryObserver(queryClient, historyQuery(portal, dialogId, { at: 'newest', visit: 0 }))
  const unsubscribe = observer.subscribe(() => {})
  await expect.poll(() => observer.getCurrentResult().isSuccess).toBe(true)
  portal.call = () => Promise.reject(new PortalError(code, 'no'))
  await observer.fetchPreviousPage()
  portal.call = call
  portal.asked.length = 0
  return { portal, queryClient, observer, unsubscribe }
}

it('of a history that could not be continued only the page that failed is asked for again', async () => {
  const { portal, queryClient, observer } = await openFailed('network')
  const before = observer.getCurrentResult().data?.messages.length ?? 0
  expect(failedQueries(queryClient)).toHaveLength(1)
  askFailedAgain(queryClient)
  await expect.poll(() => observer.getCurrentResult().data?.messages.length).toBe(before + 50)
  expect(portal.asked).toHaveLength(1)
  expect(failedQueries(queryClient)).toEqual([])
})

it('what the portal refuses is not asked for again by itself, nor what nothing shows any more', async () => {
  const refused = await openFailed('auth')
  askFailedAgain(refused.queryClient)
  expect(refused.portal.asked).toEqual([])
  expect(failedQueries(refused.queryClient, () => true)).toHaveLength(1)
  const left = await openFailed('network')
  left.unsubscribe()
  askFailedAgain(left.queryClient)
  expect(left.portal.asked).toEqual([])
})

it('what failed at once is asked for as it was', async () => {
  const queryClient = createQueryClient()
  let asked = 0
  const queryFn = () => (asked++ === 0 ? Promise.reject(new PortalError('portal', 'no')) : Promise.resolve('there'))
  const observer = new QueryObserver(queryClient, { queryKey: ['x'], queryFn })
  observer.subscribe(() => {})
  await expect.poll(() => observer.getCurrentResult().isError).toBe(true)
  askFailedAgain(queryClient)
  await expect.poll(() => observer.getCurrentResult().data).toBe('there')
})
