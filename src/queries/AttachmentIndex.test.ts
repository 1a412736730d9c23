import { expect, it } from 'vitest'
import { fakeMessage } from '~/testing/fake-message'
import { parseDialogId, type DialogId } from '~/domain/ids'
import { fakePortal } from '~/testing/fake-portal'
import { AttachmentIndex } from './AttachmentIndex.ts'

const DAY_MS = 86_400_000
const dialogId = parseDialogId('chat1') as DialogId

/** A message of the day of its id, with a link. */
const linking = (id: number) => fakeMessage(id, id * DAY_MS, { text: `https://example.org/${id}` })

const page = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => linking(from + at))
const files = new Map()
const linksOf = (text: string) => (text.startsWith('https:') ? [text] : [])

async function entriesOf(index: AttachmentIndex): Promise<number[]> {
  await new Promise<void>((resolve) => index.entries.subscribe(resolve))
  return index.entries.get().map(({ message }) => message.id)
}

it('what was read is found newest first, each once, back to the oldest message', async () => {
  const index = new AttachmentIndex(linksOf)
  index.add(page(101, 150), files)
  index.add(page(51, 150), files)
  expect(await entriesOf(index)).toEqual(Array.from({ length: 100 }, (_, at) => 150 - at))
  expect(index.progress.get()).toMatchObject({ oldestAt: 51 * DAY_MS, contiguous: false })
})

it('somebody who reads past a great many keeps the last of them, and is told how far back these go', async () => {
  const index = new AttachmentIndex(linksOf)
  for (let from = 1; from <= 5_000; from += 50) index.add(page(from, from + 49), files)
  expect(await entriesOf(index)).toEqual(Array.from({ length: 500 }, (_, at) => 5_000 - at))
  expect(index.progress.get().oldestAt).toBe(4_501 * DAY_MS)
  // A window that was left and opened again: the same messages come back.
  const window = page(6_001, 6_050)
  index.add(window, files)
  // With what was learned about them later they are new objects.
  const enriched = window.map((message) => ({ ...message }))
  index.add(enriched, files)
  for (let from = 7_001; from <= 7_500; from += 50) index.add(page(from, from + 49), files)
  expect(await entriesOf(index)).not.toContain(6_001)
  index.add(enriched, files)
  expect(await entriesOf(index)).toContain(6_001)
  // So are messages that are read again.
  index.add(page(1, 50), files)
  expect((await entriesOf(index)).slice(-50)).toEqual(Array.from({ length: 50 }, (_, at) => 50 - at))
  expect(index.progress.get().oldestAt).toBe(1 * DAY_MS)
})

it('what the chat was looked through for is all kept, and reading elsewhere does not change how far that goes', async () => {
  const portal = fakePortal({ ids: Array.from({ length: 1_200 }, (_, at) => at + 1) })
  const call = portal.call.bind(portal)
  portal.call = async (method, params) => {
    const answer = (await call(method, params)) as { messages: { id: number; text: string }[] }
    for (const message of answer.messages) message.text = `https://example.org/${message.id}`
    return answer
  }
  const index = new AttachmentIndex(linksOf)
  await index.read(portal, dialogId)
  expect(await entriesOf(index)).toHaveLength(1_200)
  const { oldestAt } = index.progress.get()
  index.add([linking(1_201)], files)
  expect(await entriesOf(index)).toHaveLength(1_201)
  expect(index.progress.get()).toMatchObject({ oldestAt, contiguous: true, complete: true })
})
