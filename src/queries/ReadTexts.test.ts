import { expect, it } from 'vitest'
import type { Message } from '~/domain/message/message'
import { fakeMessage } from '~/testing/fake-message'
import type { HistoryData } from './history/history.ts'
import { ReadTexts } from './ReadTexts.ts'

const message = (id: number, over: Parameters<typeof fakeMessage>[2] = {}) => fakeMessage(id, id * 1_000, over)

const windowOf = (...pages: readonly (readonly Message[])[]): HistoryData => ({
  pages: pages.map((messages) => ({ messages, users: [], files: [], chatId: null, lost: 0, older: null, newer: null })),
  pageParams: [],
})

const textsIn = (read: ReadTexts) => read.inOrder().map(({ text }) => text)

it('keeps what was read when its page is dropped, and what other windows hold, each once and in order', () => {
  const read = new ReadTexts()
  read.take([windowOf([message(5), message(6)], [message(7)])])
  read.take([windowOf([message(7)], [message(8)]), windowOf([message(1), message(2)])])
  expect(textsIn(read)).toEqual(['m1', 'm2', 'm5', 'm6', 'm7', 'm8'])
})

it('learns of what was changed, and forgets what was deleted or is gone', () => {
  const read = new ReadTexts()
  read.take([windowOf([message(1), message(2), message(3), message(4)])])
  const before = read.inOrder()[0]
  read.take([windowOf([message(1), message(2, { text: 'other', edited: true }), message(4, { deleted: true })])])
  expect(textsIn(read)).toEqual(['m1', 'other'])
  // What was prepared for a text holds as long as the text does.
  expect(read.inOrder()[0]).toBe(before)
})

it('tells of a change, and of nothing where a window brings what is known', () => {
  const read = new ReadTexts()
  read.take([windowOf([message(1)])])
  const version = read.version.get()
  read.take([windowOf([message(1)])])
  expect(read.version.get()).toBe(version)
  read.take([windowOf([message(1)], [message(2)])])
  expect(read.version.get()).not.toBe(version)
})

it('has no texts that are not shown: of what cannot be read, was deleted, or has none', () => {
  const read = new ReadTexts()
  read.take([windowOf([message(1, { text: ' ' }), message(2, { deleted: true }), message(3, { kind: 'system', text: 'joined' })])])
  expect(textsIn(read)).toEqual(['joined'])
})

it('drops what was read first once there is too much', () => {
  const few = new ReadTexts({ messages: 3, characters: 1_000 })
  few.take([windowOf([message(1), message(2), message(3)])])
  few.take([windowOf([message(3)], [message(4)])])
  expect(textsIn(few)).toEqual(['m2', 'm3', 'm4'])
  const short = new ReadTexts({ messages: 100, characters: 10 })
  short.take([windowOf([message(1, { text: 'x'.repeat(8) }), message(2)])])
  short.take([windowOf([message(2)], [message(3, { text: 'y'.repeat(8) })])])
  expect(textsIn(short)).toEqual(['m2', 'y'.repeat(8)])
})
