import { describe, expect, it } from 'vitest'
import { parseDialogId, type DialogId } from '~/domain/ids'
import { PortalError } from '~/domain/portal/portal-error'
import type { RestParams } from '~/rest/client/client'
import { fakePortal } from '~/testing/fake-portal'
import { chatCardQuery, recentChatsQuery, type ChatListData } from './chats.ts'
import { afterPoll, chatListPollQuery, FIRST_INTERVAL_MS, nextPollIn, type ChatListPoll } from './follow-chats.ts'
import { createQueryClient } from './query-client.ts'

const someone = parseDialogId('547') as DialogId

/** A portal that answers these methods alone; a function that throws refuses. */
function portalAnswering(answers: Readonly<Record<string, (params: RestParams) => unknown>>) {
  const portal = fakePortal({ ids: [] })
  const asked: { method: string; params: RestParams }[] = []
  portal.call = async (method, params) => {
    asked.push({ method, params })
    const answer = answers[method]
    if (!answer) throw new PortalError('unsupported', method)
    return answer(params)
  }
  portal.collect = (method, params) => portal.call(method, params)
  return { portal, asked }
}

const failing =
  (code: 'network' | 'access' | 'rejected', detail = '') =>
  () => {
    throw new PortalError(code, 'no', { detail })
  }

describe('the card of a private dialog', () => {
  const person = () => ({ id: 547, name: 'Anna Petrova' })
  const card = () => ({ id: 12, name: '', user_counter: 2 })

  it('bears the name of the person', async () => {
    const { portal } = portalAnswering({ 'im.dialog.get': card, 'im.user.get': person })
    expect(await createQueryClient().fetchQuery(chatCardQuery(portal, someone))).toMatchObject({ title: 'Anna Petrova', memberCount: 2 })
  })

  it('bears it also where nobody has written yet, and there is no chat', async () => {
    const { portal } = portalAnswering({ 'im.dialog.get': failing('access', 'ACCESS_ERROR'), 'im.user.get': person })
    expect(await createQueryClient().fetchQuery(chatCardQuery(portal, someone))).toMatchObject({ title: 'Anna Petrova', chatId: null })
  })

  it('is not kept without a name because the person could not be asked for once', async () => {
    let isDown = true
    const { portal } = portalAnswering({ 'im.dialog.get': card, 'im.user.get': () => (isDown ? failing('network')() : person()) })
    const queryClient = createQueryClient()
    await expect(queryClient.fetchQuery(chatCardQuery(portal, someone))).rejects.toThrow(PortalError)
    expect(queryClient.getQueryData(chatCardQuery(portal, someone).queryKey)).toBeUndefined()
    isDown = false
    expect(await queryClient.fetchQuery(chatCardQuery(portal, someone))).toMatchObject({ title: 'Anna Petrova' })
  })

  it('is there without a name where the portal does not show the person', async () => {
    const { portal } = portalAnswering({ 'im.dialog.get': card, 'im.user.get': failing('rejected', 'USER_NOT_EXISTS') })
    expect(await createQueryClient().fetchQuery(chatCardQuery(portal, someone))).toMatchObject({ title: '', memberCount: 2 })
  })

  it('is refused where the portal shows neither the dialog nor the person', async () => {
    const { portal } = portalAnswering({ 'im.dialog.get': failing('access', 'ACCESS_ERROR'), 'im.user.get': failing('access') })
    await expect(createQueryClient().fetchQuery(chatCardQuery(portal, someone))).rejects.toMatchObject({ detail: 'ACCESS_ERROR' })
  })
})

interface Item {
  readonly id: string
  readonly counter?: number
  readonly message?: unknown
  readonly pinned?: boolean
  readonly chat?: unknown
}

/** A portal with these recent chats, which a test may change. */
function portalOfChats(items: readonly Item[]) {
  const state: { items: readonly Item[]; refuses: PortalError | null } = { items, refuses: null }
  const { portal, asked } = portalAnswering({
    'im.recent.list': ({ LIMIT, OFFSET }) => {
      if (state.refuses) throw state.refuses
      const end = Number(OFFSET) + Number(LIMIT)
      return { items: state.items.slice(Number(OFFSET), end), hasMore: end < state.items.length }
    },
  })
  const queryClient = createQueryClient()
  const list = recentChatsQuery(portal)
  const listed = () => (queryClient.getQueryData<ChatListData>([...list.queryKey])?.pages ?? []).flatMap(({ chats }) => chats)
  let poll: ChatListPoll | undefined
  return {
    state,
    asked,
    queryClient,
    portal,
    open: () => queryClient.fetchInfiniteQuery({ ...list, pages: 2 }),
    look: async () => (poll = await queryClient.fetchQuery({ ...chatListPollQuery(portal), staleTime: 0 })),
    ids: () => listed().map(({ dialogId }) => dialogId),
    listed,
    last: () => poll,
  }
}

const chats = (count: number): Item[] => Array.from({ length: count }, (_, at) => ({ id: `chat${at + 1}` }))

describe('the list of chats', () => {
  it('asks for those of open lines too', async () => {
    const { open, asked } = portalOfChats(chats(1))
    await open()
    expect(Object.keys(asked[0]?.params ?? {}).toSorted()).toEqual(['LIMIT', 'OFFSET'])
  })

  it('follows order, texts and counts of all that is listed, in one request', async () => {
    const { state, open, look, ids, listed, asked } = portalOfChats(chats(80))
    await open()
    expect(ids()).toHaveLength(80)
    const before = asked.length
    state.items = [{ id: 'chat70', counter: 3, message: { text: 'new' } }, ...chats(80).filter(({ id }) => id !== 'chat70')]
    await look()
    expect(asked.length - before).toBe(1)
    expect(ids().slice(0, 2)).toEqual(['chat70', 'chat1'])
    expect(ids()).toHaveLength(80)
    expect(listed()[0]).toMatchObject({ unread: 3, lastText: 'new' })
  })

  it('draws nothing again where nothing has changed', async () => {
    const { open, look, queryClient, portal } = portalOfChats(chats(3))
    await open()
    await look()
    const before = queryClient.getQueryData([...recentChatsQuery(portal).queryKey])
    await look()
    expect(queryClient.getQueryData([...recentChatsQuery(portal).queryKey])).toBe(before)
  })

  it('stays when a look at it fails, and says why', async () => {
    const { state, open, look, ids } = portalOfChats(chats(3))
    await open()
    state.refuses = new PortalError('network', 'no')
    expect(await look()).toMatchObject({ error: { code: 'network' } })
    expect(ids()).toHaveLength(3)
    state.refuses = null
    expect(await look()).toMatchObject({ error: null })
  })

  it('is looked at less often while nothing changes or answers, and not any more once access has ended', () => {
    const start: ChatListPoll = { interval: FIRST_INTERVAL_MS, error: null }
    const down = new PortalError('network', 'no')
    let poll = start
    const waits = Array.from({ length: 8 }, (_, at) => {
      poll = afterPoll(poll, at % 2 === 0 ? 'same' : down)
      return nextPollIn(poll)
    })
    expect(waits).toEqual([15_000, 22_500, 33_750, 50_625, 60_000, 60_000, 60_000, 60_000])
    expect(nextPollIn(afterPoll(poll, 'changed'))).toBe(FIRST_INTERVAL_MS)
    for (const detail of ['NO_AUTH_FOUND', 'PORTAL_DELETED'])
      expect(nextPollIn(afterPoll(start, new PortalError('auth', '', { detail })))).toBe(false)
    expect(nextPollIn(afterPoll(start, new PortalError('access', '')))).toBe(false)
    expect(nextPollIn(afterPoll(start, new PortalError('rate-limit', '', { detail: 'OVERLOAD_LIMIT' })))).toBe(false)
  })

  it.each([
    [
      { text: '', file: true },
      { kind: 'file', name: '' },
    ],
    [
      { text: '', file: { type: 'image', name: 'a.png' } },
      { kind: 'image', name: 'a.png' },
    ],
    [
      { text: '', file: { type: 'file', name: 'Q&amp;A.pdf' } },
      { kind: 'file', name: 'Q&A.pdf' },
    ],
    [
      { text: '', sticker: { id: 1 } },
      { kind: 'sticker', name: '' },
    ],
    [
      { text: '', attach: true },
      { kind: 'attach', name: '' },
    ],
    [{ text: '', file: false, sticker: null, attach: false }, null],
    [{ text: 'a caption', file: true }, null],
  ])('says of a last message %j that it is %j', async (message, lastAttachment) => {
    const { open, listed } = portalOfChats([{ id: 'chat1', message }])
    await open()
    expect(listed()[0]).toMatchObject({ lastAttachment })
  })

  it('knows which chats are kept on top, and which are silent', async () => {
    const { open, listed } = portalOfChats([
      { id: 'chat1', pinned: true, chat: { mute_list: [] } },
      { id: 'chat2', pinned: false, chat: { mute_list: { 503: true } } },
      { id: 'chat3', chat: { mute_list: ['503'] } },
      { id: 'chat4', chat: { mute_list: { 503: false } } },
    ])
    await open()
    expect(listed().map(({ pinned, muted }) => [pinned, muted])).toEqual([
      [true, false],
      [false, true],
      [false, true],
      [false, false],
    ])
  })

  it('shows the description of an attachment for its text', async () => {
    const { open, listed } = portalOfChats([{ id: 'chat1', message: { text: '', attach: 'Deal 12 was won' } }])
    await open()
    expect(listed()[0]).toMatchObject({ lastText: 'Deal 12 was won', lastAttachment: null })
  })
})
