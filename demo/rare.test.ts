import { beforeAll, expect, it } from 'vitest'
import { rareMessageId } from './chats/rare.ts'
import { Caller, type Loose } from './testing/caller.ts'
import { runningPortal } from './testing/running-portal.ts'

const origin = await runningPortal()
let caller: Caller
beforeAll(async () => {
  caller = await Caller.of(origin)
})

const page = (limit = 50): Promise<Loose> =>
  caller.result('im.dialog.messages.get', { DIALOG_ID: 'chat90', LAST_ID: '2147483647', LIMIT: String(limit) })
const search = (limit: number): Promise<Loose> => caller.result('im.dialog.messages.search', { CHAT_ID: '90', LIMIT: String(limit) })
const named = (messages: Loose[], name: string): Loose => messages.find(({ id }) => id === rareMessageId(name))

it('a page tells nothing of replies and origins, and the search tells them, with the messages that are replied to', async () => {
  const [{ messages }, found] = [await page(), await search(50)]
  expect(named(messages, 'reply that only the search tells').params).toEqual([])
  const reply = named(found.messages, 'reply that only the search tells')
  expect(found.additionalMessages.map(({ id }: Loose) => id)).toEqual([reply.params.REPLY_ID])
  expect(found.additionalMessages[0]).toMatchObject({ text: 'Will the pallets for order #8061 fit?', isSystem: false })
  expect(named(found.messages, 'forward from a private dialog').forward).toMatchObject({ id: '503:547/6500', chatTitle: null })
})

it('the pictures of stickers come with the search, of known packs alone', async () => {
  expect((await search(50)).stickers).toEqual([
    expect.objectContaining({ id: 4, packId: 7, uri: expect.stringContaining('kind=image') as string }),
  ])
  expect((await caller.result('im.dialog.messages.search', { CHAT_ID: '1', LIMIT: '200' })).stickers).toEqual([])
})

it('finished files may have the status of unfinished ones', async () => {
  const { messages, files } = await page()
  const fileOf = (name: string) => files.find(({ id }: Loose) => named(messages, name).params.FILE_ID[0] === id)
  expect(fileOf('finished picture with status upload')).toMatchObject({ status: 'upload', progress: -1, image: { width: '800' } })
  expect(fileOf('file that is being uploaded')).toMatchObject({ status: 'upload', progress: 40 })
  expect((await fetch(await linkTo(fileOf('finished picture with status upload').id))).headers.get('content-type')).toBe('image/png')
})

const linkTo = async (fileId: number): Promise<string> =>
  (await caller.result('im.v2.File.download', { dialogId: 'chat90', fileId: String(fileId) })).downloadUrl as string

it('a plan that hides the beginning says so in the search, once the search reaches it', async () => {
  const exceeded = async (chatId: string, params: Record<string, string>) =>
    (await caller.result('im.dialog.messages.search', { CHAT_ID: chatId, ...params })).tariffRestrictions.isHistoryLimitExceeded
  const { messages } = await caller.result('im.dialog.messages.get', { DIALOG_ID: 'chat95', FIRST_ID: '0', LIMIT: '1' })
  expect(await exceeded('95', { LIMIT: '50' })).toBe(false)
  expect(await exceeded('95', { LIMIT: '50', LAST_ID: String(messages[0].id + 20) })).toBe(true)
  expect(await exceeded('45', { LIMIT: '50', LAST_ID: '9000' })).toBe(false)
})

it('the dialogs that were there before are as they were', async () => {
  const counted = async (dialog: string) => (await caller.result('im.dialog.get', { DIALOG_ID: dialog })).message_count
  expect([await counted('chat1'), await counted('chat20'), await counted('chat40'), await counted('chat60')]).toEqual([256, 20_000, 900, 0])
})
