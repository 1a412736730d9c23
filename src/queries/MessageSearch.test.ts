import { QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'
import { PortalError } from '~/domain/portal/portal-error'
import type { RestParams } from '~/rest/client/client'
import { fakePortal } from '~/testing/fake-portal'
import { MessageSearch, type Wanted } from './MessageSearch.ts'

const dialogId = parseDialogId('chat1') as DialogId
const HOUR = 3_600_000
/** Of a message, epoch ms; one an hour. */
const sentAt = (id: number) => Date.UTC(2026, 0, 1) + id * HOUR
const wireDate = (at: number) => `${new Date(at).toISOString().slice(0, 19)}+00:00`

interface Sent {
  readonly id: number
  readonly at: number
}

const hourly = (count: number): Sent[] => Array.from({ length: count }, (_, at) => ({ id: at + 1, at: sentAt(at + 1) }))

/** A portal whose search answers as `docs/bitrix24/rest.md` §6.1 says: sorted by date, both bounds inclusive, 200 at most. */
function searchable(messages: readonly Sent[]) {
  const asked: RestParams[] = []
  const portal = fakePortal({ ids: messages.map(({ id }) => id) })
  const known = portal.call.bind(portal)
  portal.call = async (method, params) => {
    if (method !== 'im.dialog.messages.search') return known(method, params)
    asked.push(params)
    const bound = (name: string, other: number) => (params[name] === undefined ? other : Date.parse(params[name] as string))
    const found = messages
      .filter(({ id, at }) => at >= bound('DATE_FROM', 0) && at <= bound('DATE_TO', Infinity) && id < Number(params['LAST_ID'] ?? Infinity))
      .toSorted((a, b) => b.at - a.at || b.id - a.id)
      .slice(0, Number(params['LIMIT']))
    return {
      messages: found.map(({ id, at }) => ({ id, chat_id: 1, author_id: 7, date: wireDate(at), text: `m${id}`, params: [] })),
      users: [],
      files: [],
    }
  }
  return { portal, asked }
}

const everything = (message: Message) => ({ id: message.id })

const searchIn = (portal: ReturnType<typeof fakePortal>, wanted: Partial<Wanted<{ readonly id: MessageId }>> = {}) =>
  new MessageSearch(
    { queryClient: new QueryClient(), client: portal, dialogId },
    { phrase: 'word', days: { since: null, until: null }, since: null, until: null, hitOf: everything, ...wanted },
  )

const idsOf = (search: ReturnType<typeof searchIn>): number[] => search.hits.get().map(({ id }) => id)
const descending = (from: number, to: number): number[] => Array.from({ length: from - to + 1 }, (_, at) => from - at)

/** Goes on until nothing older can be found. */
async function finish(search: ReturnType<typeof searchIn>): Promise<void> {
  for (let run = 0; run < 12 && !search.progress.get().complete; run++) await search.goOn()
}

it('the first hits take one request, and it is known how far they go', async () => {
  const { portal, asked } = searchable(hourly(450))
  const search = searchIn(portal)
  await search.goOn()
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({ CHAT_ID: 1, SEARCH_MESSAGE: 'word', LIMIT: 200, ORDER: { ID: 'DESC' } })
  expect(idsOf(search)).toEqual(descending(450, 251))
  expect(search.progress.get()).toMatchObject({ complete: false, searching: false, oldestAt: sentAt(251), failure: null })
})

it('what finds nothing is asked for in its other form once, which it goes on with', async () => {
  const { portal, asked } = searchable(hourly(450))
  const known = portal.call.bind(portal)
  portal.call = async (method, params) =>
    params['SEARCH_MESSAGE'] === '_щ_' ? (asked.push(params), { messages: [], users: [], files: [] }) : known(method, params)
  const search = searchIn(portal, { phrase: '_щ_', spare: 'ещё' })
  await finish(search)
  expect(asked.map((params) => params['SEARCH_MESSAGE'])).toEqual(['_щ_', 'ещё', 'ещё', 'ещё'])
  expect(idsOf(search)).toEqual(descending(450, 1))
})

it('what was broken off is gone on with at once, and once', async () => {
  const { portal } = searchable(hourly(450))
  const search = searchIn(portal)
  const first = search.goOn()
  search.stop()
  await Promise.all([first, search.goOn()])
  expect(search.progress.get()).toMatchObject({ searching: false, failure: null })
  expect(idsOf(search)).toEqual(descending(450, 251))
})

it('going on finds all, each once, newest first, and says when that is all', async () => {
  const { portal } = searchable(hourly(450))
  const search = searchIn(portal)
  await finish(search)
  expect(idsOf(search)).toEqual(descending(450, 1))
  expect(search.progress.get()).toMatchObject({ complete: true, oldestAt: sentAt(1) })
})

it('says why it rests: much was found, little was found in much, or it was stopped', async () => {
  const { portal } = searchable(hourly(6_000))
  const all = searchIn(portal, { phrase: null })
  await all.goOn()
  expect(all.progress.get()).toMatchObject({ rests: 'found', looked: 200 })
  const rare = searchIn(portal, { phrase: null, hitOf: (message) => (message.id % 1_000 === 0 ? everything(message) : null) })
  await rare.goOn()
  expect(rare.progress.get()).toMatchObject({ rests: 'looked', complete: false })
  expect(rare.progress.get().looked).toBeGreaterThan(4_000)
  const going = rare.goOn()
  expect(rare.progress.get().rests).toBeNull()
  rare.stop()
  await going
  expect(rare.progress.get().rests).toBe('stopped')
  await finish(rare)
  expect(rare.progress.get()).toMatchObject({ rests: null, complete: true, looked: 6_000 })
})

it('old messages that were imported with new ids are found in their place', async () => {
  const imported = Array.from({ length: 300 }, (_, at) => ({ id: 10_000 + at, at: sentAt(-1_000 + at) }))
  const { portal } = searchable([...hourly(300), ...imported])
  const search = searchIn(portal)
  await finish(search)
  expect(idsOf(search)).toEqual([...descending(300, 1), ...descending(10_299, 10_000)])
})

it('more messages of one second than a page has are all found', async () => {
  const instant = sentAt(50)
  const { portal } = searchable([...hourly(40), ...Array.from({ length: 450 }, (_, at) => ({ id: 100 + at, at: instant }))])
  const search = searchIn(portal)
  await finish(search)
  expect(idsOf(search)).toEqual([...descending(549, 100), ...descending(40, 1)])
  expect(search.progress.get().complete).toBe(true)
})

it('what the portal found and nobody wants is left out, and more is looked for by itself', async () => {
  const { portal, asked } = searchable(hourly(1_000))
  const search = searchIn(portal, { hitOf: (message) => (message.id % 10 === 0 ? { id: message.id } : null) })
  await search.goOn()
  expect(asked.length).toBeGreaterThan(4)
  expect(idsOf(search)).toHaveLength(100)
})

it('a bound of days spares requests on either side', async () => {
  const { portal, asked } = searchable(hourly(1_000))
  const search = searchIn(portal, { since: sentAt(501), until: sentAt(520) })
  await search.goOn()
  expect(idsOf(search)).toEqual(descending(520, 501))
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({ DATE_FROM: wireDate(sentAt(501)), DATE_TO: wireDate(sentAt(520)) })
})

it.each(['unsupported', 'access', 'rejected'] as const)('where the search is %s, messages are read one by one', async (code) => {
  const portal = fakePortal({ ids: hourly(180).map(({ id }) => id) })
  const known = portal.call.bind(portal)
  portal.call = (method, params, options) =>
    method === 'im.dialog.messages.search' ? Promise.reject(new PortalError(code, 'no')) : known(method, params, options)
  const search = searchIn(portal)
  await finish(search)
  expect(idsOf(search)).toEqual(descending(180, 1))
  expect(search.progress.get()).toMatchObject({ complete: true, oneByOne: true, failure: null })
})

it('a failure that may pass is told, and trying again goes on from there', async () => {
  const { portal } = searchable(hourly(450))
  const working = portal.call.bind(portal)
  const search = searchIn(portal)
  await search.goOn()
  portal.call = () => Promise.reject(new PortalError('network', 'no'))
  await search.goOn()
  expect(search.progress.get()).toMatchObject({ searching: false, oneByOne: false, failure: { code: 'network' } })
  portal.call = working
  await finish(search)
  expect(idsOf(search)).toEqual(descending(450, 1))
  expect(search.progress.get().failure).toBeNull()
})

it('ends when it is stopped, and tells of no failure', async () => {
  const { portal } = searchable(hourly(450))
  const signals: (AbortSignal | undefined)[] = []
  portal.call = (_method, _params, { signal } = {}) => {
    signals.push(signal)
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new PortalError('network', 'aborted'))))
  }
  const search = searchIn(portal)
  const over = search.goOn()
  await vi.waitFor(() => expect(signals).toHaveLength(1))
  search.stop()
  await over
  expect(signals[0]?.aborted).toBe(true)
  expect(search.progress.get()).toMatchObject({ searching: false, failure: null })
})
