import { expect, it } from 'vitest'
import { fakeMessage } from '~/testing/fake-message'
import { parseDialogId, type DialogId } from '~/domain/ids'
import { fakePortal } from '~/testing/fake-portal'
import { Collection } from './collection.ts'

const DAY_MS = 86_400_000
const dialogId = parseDialogId('chat1') as DialogId

/** A message of the day of its id, with a link. */
const linking = (id: number) => fakeMessage(id, id * DAY_MS, { text: `https://example.org/${id}` })

const page = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => linking(from + at))
const files = new Map()

async function entriesOf(collection: Collection): Promise<number[]> {
  await new Promise<void>((resolve) => collection.entries.subscribe(resolve))
  return collection.entries.get().map(({ message }) => message.id)
}

it('what was read is found newest first, each once, back to the oldest message', async () => {
  const collection = new Collection()
  collection.add(page(101, 150), files)
  collection.add(page(51, 150), files)
  expect(await entriesOf(collection)).toEqual(Array.from({ length: 100 }, (_, at) => 150 - at))
  expect(collection.reach.get()).toMatchObject({ oldestAt: 51 * DAY_MS, unbroken: false })
})

it('somebody who reads past a great many keeps the last of them, and is told how far back these go', async () => {
  const collection = new Collection()
  for (let from = 1; from <= 5_000; from += 50) collection.add(page(from, from + 49), files)
  expect(await entriesOf(collection)).toEqual(Array.from({ length: 500 }, (_, at) => 5_000 - at))
  expect(collection.reach.get().oldestAt).toBe(4_501 * DAY_MS)
  // A window that was left and is come back to: the same messages, there again.
  const window = page(6_001, 6_050)
  collection.add(window, files)
  for (let from = 7_001; from <= 7_500; from += 50) collection.add(page(from, from + 49), files)
  expect(await entriesOf(collection)).not.toContain(6_001)
  collection.add(window, files)
  expect(await entriesOf(collection)).toContain(6_001)
  // And so are messages that are read anew.
  collection.add(page(1, 50), files)
  expect((await entriesOf(collection)).slice(-50)).toEqual(Array.from({ length: 50 }, (_, at) => 50 - at))
  expect(collection.reach.get().oldestAt).toBe(1 * DAY_MS)
})

it('what the chat was looked through for is all kept, and reading elsewhere does not change how far that goes', async () => {
  const portal = fakePortal({ ids: Array.from({ length: 1_200 }, (_, at) => at + 1) })
  const call = portal.call.bind(portal)
  portal.call = async (method, params) => {
    const answer = (await call(method, params)) as { messages: { id: number; text: string }[] }
    for (const message of answer.messages) message.text = `https://example.org/${message.id}`
    return answer
  }
  const collection = new Collection()
  await collection.read(portal, dialogId)
  expect(await entriesOf(collection)).toHaveLength(1_200)
  const { oldestAt } = collection.reach.get()
  collection.add([linking(1_201)], files)
  expect(await entriesOf(collection)).toHaveLength(1_201)
  expect(collection.reach.get()).toMatchObject({ oldestAt, unbroken: true, whole: true })
})
