import { expect, it } from 'vitest'
import { fakeMessage } from '~/testing/fake-message'
import { pageEdges } from './cursor.ts'
import { nextDisappearance, withoutDisappeared } from './disappearing.ts'
import { mergePages, type MessagePage } from './history.ts'

const OPENED = 1_000
/** Messages by their times; of every third the time is in an event of the chat. */
const windowOf = (...times: (number | null)[]): MessagePage[] => {
  const messages = times.map((disappearsAt, index) =>
    fakeMessage(index + 1, 0, { disappearsAt, kind: index % 3 === 2 ? 'system' : 'message' }),
  )
  return [{ messages, users: [], files: [], chatId: null, lost: 0, ...pageEdges(messages), newer: null }]
}
const messagesOf = (pages: readonly MessagePage[]) => mergePages(pages).messages
const idsAt = (pages: readonly MessagePage[], now: number) =>
  messagesOf(withoutDisappeared(pages, OPENED, now)).map(({ id }) => id as number)

it('messages disappear when their time has come, events of the chat too, and the others stay', () => {
  const pages = windowOf(null, 2_000, 2_000, 3_000)
  expect(idsAt(pages, 1_999)).toEqual([1, 2, 3, 4])
  expect(withoutDisappeared(pages, OPENED, 1_999)).toBe(pages)
  expect(idsAt(pages, 2_000)).toEqual([1, 4])
  expect(idsAt(pages, 9_000)).toEqual([1])
})

it('what the portal sent after its time is there, as it says', () => {
  expect(idsAt(windowOf(500, 2_000), 5_000)).toEqual([1])
})

it('the next time is that of the first one that is still to come', () => {
  const messages = messagesOf(windowOf(null, 3_000, 2_000, 500))
  expect(nextDisappearance(messages, 1_000)).toBe(2_000)
  expect(nextDisappearance(messages, 2_000)).toBe(3_000)
  expect(nextDisappearance(messages, 3_000)).toBeNull()
})
