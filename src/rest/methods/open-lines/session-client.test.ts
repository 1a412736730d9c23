import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { WindowStart } from '~/domain/history/cursor'
import type { MessagePage } from '~/domain/history/history'
import { conversationOf } from '~/domain/conversation'
import type { ChatId, MessageId } from '~/domain/ids'
import { PortalError } from '~/domain/portal/portal-error'
import { Clock } from '~/lib/time/clock'
import { fakePortal } from '~/testing/fake-portal'
import { openLineWire, type Said } from '~/testing/open-line-wire'
import { decodeMessagePage } from '../../decode/decode-message-page.ts'
import { loadChatCard } from '../chats.ts'
import { loadFileLink } from '../file-link.ts'
import { readInBulk } from '../history/bulk-reader.ts'
import { loadDay } from '../history/load-day.ts'
import { loadNeighbour } from '../history/load-neighbour.ts'
import { loadWindow } from '../history/load-window.ts'
import { searchMessages } from '../history/search-messages.ts'
import { loadMembers } from '../members.ts'
import { sessionClient } from './session-client.ts'

const conversation = conversationOf(41)
const newest: WindowStart = { at: 'newest', visit: 0 }

/** A portal that knows one conversation, and a client that shows it as a chat. */
function open(said: readonly Said[], files: readonly Readonly<Record<string, unknown>>[] = []) {
  const portal = fakePortal({ ids: [] })
  const state = { wire: openLineWire(said, files), error: null as PortalError | null }
  portal.call = vi.fn(async (method, params) => {
    portal.asked.push({ method, params })
    if (state.error) throw state.error
    if (method === 'imopenlines.session.history.get') return state.wire
    if (method === 'im.v2.File.download') return { downloadUrl: 'https://portal.example/rest/download.json' }
    throw new PortalError('access', method, { detail: 'ACCESS_ERROR' })
  })
  return { portal, state, client: sessionClient(portal, conversation) }
}

const numbered = (ids: readonly number[]): Said[] =>
  ids.map((id) => ({ id, date: new Date(Date.UTC(2026, 0, 1) + id * 60_000).toISOString().replace('.000Z', '+00:00') }))
const idsOf = ({ messages }: Pick<MessagePage, 'messages'>): number[] => messages.map(({ id }) => id)

describe('a conversation of an open channel', () => {
  beforeEach(() => void vi.useRealTimers())

  it('is read completely, in order and both ways, from one request, at every size of a page', async () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 260 })
    await fc.assert(
      fc.asyncProperty(ids, fc.integer({ min: 1, max: 60 }), fc.boolean(), async (given, LIMIT, older) => {
        const { portal, client } = open(numbered(given))
        const sorted = given.toSorted((a, b) => a - b)
        const found: number[] = []
        for (let cursor = older ? 2_147_483_647 : 0; ;) {
          const answer = await client.call('im.dialog.messages.get', {
            DIALOG_ID: conversation,
            LIMIT,
            [older ? 'LAST_ID' : 'FIRST_ID']: cursor,
          })
          const page = idsOf(decodeMessagePage(answer, client.portal))
          expect(page.length).toBeLessThanOrEqual(Math.min(50, LIMIT))
          found.push(...(older ? page.toReversed() : page))
          cursor = found.at(-1) ?? 0
          if (page.length < Math.min(50, LIMIT)) break
        }
        expect(older ? found.toReversed() : found).toEqual(sorted)
        expect(portal.asked).toHaveLength(1)
      }),
      { numRuns: 60 },
    )
  })

  it('opens at its end, at its beginning and around each message, as a chat does, and pages join', async () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(ids, fc.nat(), fc.constantFrom('newest', 'oldest', 'around'), async (given, at, kind) => {
        const { portal, client } = open(numbered(given))
        const id = given[at % given.length] as MessageId
        const start: WindowStart = kind === 'around' ? { at: 'around', id } : kind === 'oldest' ? { at: 'oldest' } : newest
        const pages = [await loadWindow(client, conversation, start)]
        for (let cursor = pages[0]?.older; cursor; cursor = pages[0]?.older)
          pages.unshift(await loadNeighbour(client, conversation, cursor))
        for (let cursor = pages.at(-1)?.newer; cursor; cursor = pages.at(-1)?.newer)
          pages.push(await loadNeighbour(client, conversation, cursor))
        expect(pages.flatMap(idsOf)).toEqual(given.toSorted((a, b) => a - b))
        expect(portal.asked).toHaveLength(1)
      }),
      { numRuns: 60 },
    )
  })

  it('leads to a day, tells its members and its card, and is read in bulk, without another request', async () => {
    const { portal, client } = open(numbered(Array.from({ length: 3_000 }, (_, at) => at * 10 + 1)))
    const found = await loadDay(client, conversation, '2026-01-11', new Clock('portal', { minutes: 0 }))
    expect(found?.id).toBe(14_401)
    expect(idsOf(found?.page ?? { messages: [] })).toContain(14_391)
    expect(await loadMembers(client, conversation, 0)).toMatchObject({ members: [{ id: 607 }, { id: 701 }], next: null })
    expect(await loadChatCard(client, conversation)).toMatchObject({ title: 'Ivan Petrov · Website', messageCount: 3_000, unread: 0 })
    let read = 0
    for await (const page of readInBulk(client, conversation, { direction: 'older', from: null })) read += page.messages.length
    expect(read).toBe(3_000)
    expect(portal.asked.map(({ method }) => method)).toEqual(['imopenlines.session.history.get'])
  })

  it('is searched by words and by dates, newest first, with what was replied to', async () => {
    const said: Said[] = [
      { id: 1, text: 'An invoice', date: '2026-01-01T00:00:00+00:00' },
      { id: 2, text: 'INVOICE 2', date: '2026-01-02T00:00:00+00:00', params: { replyId: 1 } },
      { id: 3, text: 'nothing', date: '2026-01-03T00:00:00+00:00' },
      { id: 4, text: 'the invoice again', date: '2026-01-04T00:00:00+00:00' },
    ]
    const { client } = open(said)
    const search = (phrase: string | null, since: number | null, until: number | null) =>
      searchMessages(client, { chatId: 1763 as ChatId, phrase, since, from: { until, below: null } }, {})
    expect(idsOf(await search('invoice', null, null))).toEqual([4, 2, 1])
    expect(idsOf(await search('invoice', Date.UTC(2026, 0, 2), Date.UTC(2026, 0, 3)))).toEqual([2])
    const all = await search(null, null, null)
    expect(idsOf(all)).toEqual([4, 3, 2, 1])
    expect(all.answered.map(({ message }) => message.id)).toEqual([1])
    expect(all.next).toBeNull()
  })

  it('has nothing to do with other chats and other questions, which go to the portal as they are', async () => {
    const { portal, client } = open([{ id: 1 }])
    await expect(client.call('im.dialog.messages.get', { DIALOG_ID: 'chat20' })).rejects.toThrow('im.dialog.messages.get')
    await expect(client.call('im.dialog.messages.search', { CHAT_ID: 20 })).rejects.toThrow('im.dialog.messages.search')
    const answers = await client.batch({
      other: { method: 'im.dialog.get', params: { DIALOG_ID: 'chat20' } },
      own: { method: 'im.dialog.get', params: { DIALOG_ID: conversation } },
    })
    expect(Object.entries(answers).map(([key, { ok }]) => [key, ok])).toEqual([
      ['other', false],
      ['own', true],
    ])
    expect(portal.asked.filter(({ method }) => method === 'im.dialog.get')).toEqual([
      { method: 'im.dialog.get', params: { DIALOG_ID: 'chat20' } },
    ])
  })

  it('has its files in its chat', async () => {
    const { portal, client } = open([{ id: 1 }])
    await loadFileLink(client, conversation, 5 as never)
    expect(portal.asked.at(-1)?.params).toMatchObject({ dialogId: 'chat1763', fileId: 5 })
  })

  it('that was refused is asked for again by whoever tries again; the words for it are not those for a chat', async () => {
    const { portal, state, client } = open([{ id: 1 }])
    state.error = new PortalError('access', 'no', { detail: 'insufficient_scope' })
    await expect(loadWindow(client, conversation, newest)).rejects.toMatchObject({ code: 'access', detail: 'OPEN_LINES_SCOPE' })
    state.error = new PortalError('access', 'no', { detail: 'ACCESS_DENIED' })
    await expect(loadWindow(client, conversation, { at: 'around', id: 1 as MessageId })).rejects.toMatchObject({
      detail: 'OPEN_LINES_ACCESS',
    })
    state.error = null
    expect(idsOf(await loadWindow(client, conversation, newest))).toEqual([1])
    expect(portal.asked).toHaveLength(3)
  })

  it('is compared with the portal by what keeps it true, once a minute at most, and never by the reader', async () => {
    vi.useFakeTimers()
    const { portal, state, client } = open([{ id: 1 }])
    const ask = async (priority: 'reader' | 'background') => idsOf(await loadWindow(client, conversation, newest, { priority }))
    expect(await ask('reader')).toEqual([1])
    state.wire = openLineWire([{ id: 1 }, { id: 2 }])
    expect(await ask('background')).toEqual([1])
    vi.advanceTimersByTime(61_000)
    expect(await ask('reader')).toEqual([1])
    expect(await ask('background')).toEqual([1, 2])
    expect(await ask('background')).toEqual([1, 2])
    expect(portal.asked).toHaveLength(2)
  })
})
