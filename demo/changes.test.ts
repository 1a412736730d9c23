import { expect, it } from 'vitest'
import { Caller, type Loose } from './testing/caller.ts'
import { runningPortal } from './testing/running-portal.ts'

const origin = await runningPortal()

const session = () => Caller.of(origin)

const newest = async (own: Caller, dialog: string, limit = 3): Promise<Loose[]> =>
  (await own.result('im.dialog.messages.get', { DIALOG_ID: dialog, LAST_ID: '2147483647', LIMIT: String(limit) })).messages

it('a message that is deleted without a trace is gone from pages, counts, the search and the list of chats alike', async () => {
  const own = await session()
  const [last, before] = await newest(own, '547')
  expect(await own.result('im.dialog.get', { DIALOG_ID: '547' })).toMatchObject({ message_count: 260, last_message_id: last.id })
  await own.change('vanish', { dialogId: '547', ids: [last.id] })
  expect((await newest(own, '547'))[0].id).toBe(before.id)
  expect(await own.result('im.dialog.get', { DIALOG_ID: '547' })).toMatchObject({
    message_count: 259,
    last_message_id: before.id,
    last_id: before.id,
  })
  const found = await own.result('im.dialog.messages.search', { CHAT_ID: '5470', LIMIT: '200' })
  expect(found.messages[0].id).toBe(before.id)
  const { items } = await own.result('im.recent.list', { LIMIT: '200' })
  expect(items.find((item: Loose) => item.id === 547)).toMatchObject({ message: { id: before.id }, last_id: before.id })
})

it('pages are whole around what has vanished: nothing comes twice and nothing is left out', async () => {
  const own = await session()
  const all = (await newest(own, 'chat20', 50)).map(({ id }) => id as number)
  const gone = [all[0], all[7], all[8], all[30]] as number[]
  await own.change('vanish', { dialogId: 'chat20', ids: gone })
  const read: number[] = []
  for (let cursor = 2_147_483_647; read.length < 46; cursor = read.at(-1) as number) {
    const page = await own.result('im.dialog.messages.get', { DIALOG_ID: 'chat20', LAST_ID: String(cursor), LIMIT: '5' })
    read.push(...page.messages.map(({ id }: Loose) => id))
  }
  expect(read.slice(0, 46)).toEqual(all.filter((id) => !gone.includes(id)))
  const after = await own.result('im.dialog.messages.get', { DIALOG_ID: 'chat20', FIRST_ID: String(all[9]), LIMIT: '2' })
  expect(after.messages.map(({ id }: Loose) => id)).toEqual([all[6], all[5]])
})

it('an edited message has its new text and a mark wherever it is read, and nowhere in other sessions', async () => {
  const own = await session()
  const [last] = await newest(own, 'chat40')
  await own.change('edit', { dialogId: 'chat40', id: last.id, text: 'Said otherwise now' })
  expect((await newest(own, 'chat40'))[0]).toMatchObject({ id: last.id, text: 'Said otherwise now', params: { IS_EDITED: 'Y' } })
  const found = await own.result('im.dialog.messages.search', { CHAT_ID: '40', SEARCH_MESSAGE: 'otherwise now' })
  expect(found.messages.map(({ id }: Loose) => id)).toEqual([last.id])
  const { items } = await own.result('im.recent.list', { LIMIT: '200' })
  expect(items.find((item: Loose) => item.id === 'chat40').message.text).toBe('Said otherwise now')
  expect((await newest(await session(), 'chat40'))[0].text).toBe(last.text)
})

it('a message that was taken back stays, without its text and its files', async () => {
  const own = await session()
  const first = (await own.result('im.dialog.messages.get', { DIALOG_ID: 'chat30', FIRST_ID: '0', LIMIT: '1' })).messages[0]
  await own.change('delete', { dialogId: 'chat30', ids: [first.id] })
  const page = await own.result('im.dialog.messages.get', { DIALOG_ID: 'chat30', FIRST_ID: '0', LIMIT: '1' })
  expect(page.messages[0]).toMatchObject({ id: first.id, text: 'Это сообщение было удалено.', params: { IS_DELETED: 'Y' } })
  expect(page.files).toEqual([])
})

it('a disappearing message says when it goes, and is gone from that second on', async () => {
  const own = await session()
  const [, later, now] = await newest(own, '547')
  await own.change('disappear', { dialogId: '547', ids: [later.id], inSeconds: 3600 })
  await own.change('disappear', { dialogId: '547', ids: [now.id], inSeconds: -1 })
  const page = await newest(own, '547')
  expect(Date.parse(page[1].disappearing_date) - Date.now()).toBeGreaterThan(3_500_000)
  expect(page.map(({ id }) => id)).not.toContain(now.id)
})

it('reactions come and go: likes in pages, others in the search', async () => {
  const own = await session()
  const [last] = await newest(own, '547')
  const reactions = async () => {
    const found = await own.result('im.dialog.messages.search', { CHAT_ID: '5470', LIMIT: '1' })
    return found.reactions[0]?.reactionUsers ?? {}
  }
  await own.change('react', { dialogId: '547', id: last.id, reaction: 'like', userIds: [503, 547] })
  await own.change('react', { dialogId: '547', id: last.id, reaction: 'wonder', userIds: [547] })
  expect((await newest(own, '547'))[0].params.LIKE).toEqual([503, 547])
  expect(await reactions()).toMatchObject({ like: [503, 547], wonder: [547] })
  await own.change('react', { dialogId: '547', id: last.id, reaction: 'like', userIds: [] })
  await own.change('react', { dialogId: '547', id: last.id, reaction: 'wonder', userIds: [] })
  expect((await newest(own, '547'))[0].params.LIKE).toBeUndefined()
  expect(Object.keys(await reactions())).not.toContain('wonder')
})

it('a message that is written is the newest, unread, and first in the list of chats', async () => {
  const own = await session()
  const { id } = await own.change('send', { dialogId: 'chat20', authorId: 601, text: 'One more thing' })
  expect((await newest(own, 'chat20'))[0]).toMatchObject({ id, author_id: 601, text: 'One more thing', unread: true })
  expect(await own.result('im.dialog.get', { DIALOG_ID: 'chat20' })).toMatchObject({
    message_count: 20_001,
    last_message_id: id,
    counter: 1,
  })
  const { items } = await own.result('im.recent.list', { LIMIT: '200' })
  expect(items.filter((item: Loose) => !item.pinned && item.id !== 'chat50')[0]).toMatchObject({ id: 'chat20', counter: 1 })
})

it('a private dialog without a word answers false and has no card, until somebody writes', async () => {
  const own = await session()
  expect(await own.result('im.dialog.messages.get', { DIALOG_ID: '601' })).toBe(false)
  expect(await own.result('im.dialog.get', { DIALOG_ID: '601' })).toBe('ACCESS_ERROR')
  expect(await own.result('im.dialog.messages.get', { DIALOG_ID: '424242' })).toBe('ACCESS_ERROR')
  await own.change('send', { dialogId: '601', authorId: 601, text: 'Hello!' })
  expect((await newest(own, '601')).map(({ text }) => text)).toEqual(['Hello!'])
  expect(await own.result('im.dialog.get', { DIALOG_ID: '601' })).toMatchObject({ type: 'private', message_count: 1 })
})
