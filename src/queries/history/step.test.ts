import { expect, it } from 'vitest'
import type { Side } from '~/domain/history/beyond'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'
import { PortalError } from '~/domain/portal/portal-error'
import type { RestParams } from '~/rest/client/client'
import { fakePortal } from '~/testing/fake-portal'
import { createQueryClient } from '../query-client.ts'
import { historyQuery } from './history.ts'
import { stepFrom } from './step.ts'

const dialogId = parseDialogId('chat1') as DialogId
const ids = Array.from({ length: 1_000 }, (_, at) => 1_000 + at * 3)

/** Wanted is what says so; every hundredth message does, and the search finds those that only seem to as well. */
const textOf = (id: number) => (id % 100 === 0 ? 'needle' : id % 70 === 0 ? '[code]needle[/code]' : 'hay')
const isWanted = (message: Message) => message.kind === 'message' && message.text === 'needle'

function portalThat(searches: 'searches' | 'has no search', answers: readonly string[] = ['needle', 'pin']) {
  const portal = fakePortal({ ids, textOf })
  const asked: RestParams[] = []
  const call: typeof portal.call = async (method, params, options) => {
    if (method !== 'im.dialog.messages.search') return portal.call(method, params, options)
    asked.push(params)
    if (searches === 'has no search') throw new PortalError('unsupported', method)
    const down = (params['ORDER'] as { ID: string }).ID === 'DESC'
    const than = Number(params['LAST_ID'])
    const found = ids
      .filter(
        (id) =>
          (down ? id < than : id > than) &&
          answers.includes(String(params['SEARCH_MESSAGE'])) &&
          textOf(id).includes(String(params['SEARCH_MESSAGE'])),
      )
      .toSorted((a, b) => (down ? b - a : a - b))
    const messages = found
      .slice(0, Number(params['LIMIT']))
      .map((id) => ({ id, author_id: 7, text: textOf(id), date: '2026-03-04T09:43:26+02:00' }))
    return { messages, users: [], files: [] }
  }
  return { client: { ...portal, call, collect: call }, portal, asked }
}

async function step(searches: 'searches' | 'has no search', from: number, side: Side, phrases = ['needle', 'pin']) {
  const { client, portal, asked } = portalThat(searches)
  const queryClient = createQueryClient()
  await queryClient.fetchInfiniteQuery(historyQuery(client, dialogId, { at: 'around', id: from as MessageId }))
  const before = portal.requests
  const reached: number[] = []
  const found = await stepFrom(
    { queryClient, client, dialogId },
    { id: from as MessageId, including: false, side },
    { phrases, isWanted },
    { signal: new AbortController().signal, onReached: ({ id }) => reached.push(id) },
  )
  return { found, reached, asked, requests: portal.requests - before }
}

for (const searches of ['searches', 'has no search'] as const) {
  it(`on a portal that ${searches}, the nearest wanted message is found on each side, wherever it is`, async () => {
    expect((await step(searches, 2_002, 'older')).found).toBe(1_900)
    expect((await step(searches, 2_002, 'newer')).found).toBe(2_200)
    expect((await step(searches, 2_500, 'newer')).found).toBe(2_800)
  })

  it(`on a portal that ${searches}, there is none beyond the last one`, async () => {
    expect((await step(searches, 1_000, 'older')).found).toBeNull()
    expect((await step(searches, 3_700, 'newer')).found).toBeNull()
  })
}

it('what is loaded is not asked for', async () => {
  const { found, requests, asked } = await step('searches', 2_200 + 3, 'older')
  expect([found, requests, asked]).toEqual([2_200, 0, []])
})

it('the second phrase is looked for no farther than what the first one has found', async () => {
  const { asked } = await step('searches', 2_002, 'older')
  expect(asked.map((params) => [params['SEARCH_MESSAGE'], params['DATE_FROM']])).toEqual([
    ['needle', undefined],
    ['pin', '2026-03-04T07:43:26+00:00'],
  ])
})

it('what no phrase tells is read on for, and it is said how far', async () => {
  const { found, reached, asked } = await step('searches', 3_901, 'older', [])
  expect([found, asked]).toEqual([3_700, []])
  expect(reached.every((id) => id > 3_700)).toBe(true)
})

it('it ends when it is told to', async () => {
  const { client } = portalThat('has no search')
  const ended = new AbortController()
  const looking = stepFrom(
    { queryClient: createQueryClient(), client, dialogId },
    { id: 3_997 as MessageId, including: false, side: 'older' },
    { phrases: [], isWanted: () => false },
    { signal: ended.signal, onReached: () => ended.abort() },
  )
  await expect(looking).rejects.toThrow()
})
