import { expect, it } from 'vitest'
import { fakeMessage } from '~/testing/fake-message'
import type { MessageId } from '../ids.ts'
import { cursorBeyond } from './cursor.ts'
import { firstUnreadIn, type LastRead } from './unread-border.ts'

const page = (ids: readonly number[], isBeginning = false) => ({
  messages: ids.map((id) => fakeMessage(id, null)),
  older: isBeginning ? null : cursorBeyond('older', ids as MessageId[]),
})
const readUpTo = (id: number) => id as LastRead

it('the first unread message follows the last one that was read, also where the two are in different pages or that one is gone', () => {
  expect(firstUnreadIn([page([1, 2, 3, 4])], readUpTo(2))).toBe(3)
  expect(firstUnreadIn([page([1, 2]), page([3, 4])], readUpTo(2))).toBe(3)
  expect(firstUnreadIn([page([1, 5, 6])], readUpTo(4))).toBe(5)
})

it('while only what was read or only what was not is loaded, it is not known', () => {
  expect(firstUnreadIn([page([5, 6])], readUpTo(2))).toBeNull()
  expect(firstUnreadIn([page([1, 2])], readUpTo(2))).toBeNull()
  expect(firstUnreadIn([], readUpTo(2))).toBeNull()
})

it('where nothing was read it is the first message of the chat', () => {
  expect(firstUnreadIn([page([5, 6], true)], readUpTo(0))).toBe(5)
  expect(firstUnreadIn([page([5, 6])], readUpTo(0))).toBeNull()
})
