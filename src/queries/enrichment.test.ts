import { InfiniteQueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { parseDialogId, type DialogId } from '~/domain/ids'
import { fakePortal } from '~/testing/fake-portal'
import { enrichMessages } from './enrichment.ts'
import { historyQuery, MAX_PAGES } from './history.ts'
import { createQueryClient } from './query-client.ts'

const dialogId = parseDialogId('chat1') as DialogId
const LIKED = 1_999

/** A portal that knows of one reaction, and what was searched there. */
function portalWithReaction() {
  const portal = fakePortal({ ids: Array.from({ length: 2_000 }, (_, at) => at + 1) })
  const searches: unknown[] = []
  const call = portal.call.bind(portal)
  portal.call = (method, params) => {
    if (method !== 'im.dialog.messages.search') return call(method, params)
    searches.push(params)
    const messages = [{ id: LIKED, params: {} }]
    return Promise.resolve({ messages, reactions: [{ messageId: LIKED, reactionCounters: { like: 1 }, reactionUsers: { like: [7] } }] })
  }
  return { portal, searches }
}

it('what was told of a message is asked for once, and again when the message was let go and has been read again', async () => {
  const { portal, searches } = portalWithReaction()
  const queryClient = createQueryClient()
  const observer = new InfiniteQueryObserver(queryClient, historyQuery(portal, dialogId, { at: 'newest', visit: 0 }))
  observer.subscribe(() => {})
  await observer.refetch()
  const history = () => {
    const { data } = observer.getCurrentResult()
    if (!data) throw new Error('nothing is loaded')
    return data
  }
  const reactions = () => history().messages.flatMap((message) => (message.kind === 'message' ? (message.enrichment?.reactions ?? []) : []))
  const enrich = () => enrichMessages(queryClient, portal, dialogId, history(), 0, history().messages.length, () => new Set<number>())

  await enrich()
  expect(reactions()).toEqual([{ name: 'like', count: 1, userIds: [7] }])
  await enrich()
  expect(searches).toHaveLength(1)

  for (let page = 0; page < MAX_PAGES; page++) await observer.fetchPreviousPage()
  expect(history().messages.some(({ id }) => id === LIKED)).toBe(false)
  while (observer.getCurrentResult().hasNextPage) await observer.fetchNextPage()
  expect(reactions()).toEqual([])
  const { messages } = history()
  await enrichMessages(queryClient, portal, dialogId, history(), messages.length - 50, messages.length, () => new Set<number>())
  expect(reactions()).toHaveLength(1)
})
