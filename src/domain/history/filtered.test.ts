import { expect, it } from 'vitest'
import { Clock } from '~/lib/time/clock'
import { fakeMessage } from '~/testing/fake-message'
import type { TextMessage } from '../message/message.ts'
import { filteredHistory, type KeptMessage } from './filtered.ts'
import { mergePages, type History } from './history.ts'
import { timelineRows } from './timeline-rows.ts'

const MINUTE = 60_000
const NOON = Date.UTC(2026, 2, 4, 9)
const at = (id: number) => NOON + id * MINUTE

const kept = (message: TextMessage): KeptMessage => ({
  id: message.id,
  message,
  author: undefined,
  files: [],
  facts: undefined,
  answered: undefined,
})
const found = (...ids: number[]) => ids.map((id) => kept(fakeMessage(id, at(id))))
const windowOf = (...messages: TextMessage[]): History =>
  mergePages([{ messages, users: [], files: [], chatId: null, lost: 0, older: null, newer: null }])

/** Even numbers are wanted, while they are not deleted. */
const judge = (message: TextMessage) => (message.id % 2 === 0 && !message.deleted ? kept(message) : null)
const COVERED = { since: at(4), complete: false }
const textsOf = ({ messages }: History) => messages.map((message) => message.kind === 'message' && message.text)

it('what was found stands in order, however it came', () => {
  expect(textsOf(filteredHistory(found(8, 6, 4), undefined, COVERED, judge))).toEqual(['m4', 'm6', 'm8'])
})

it('what a window knows better is shown so: edits, deletions and arrivals', () => {
  const loaded = windowOf(
    fakeMessage(5, at(5)),
    fakeMessage(6, at(6), { text: 'edited' }),
    fakeMessage(8, at(8), { deleted: true }),
    fakeMessage(10, at(10)),
  )
  expect(textsOf(filteredHistory(found(8, 6, 4), loaded, COVERED, judge))).toEqual(['m4', 'edited', 'm10'])
})

it('nothing is shown beyond what was looked through: what lies between may be wanted as well', () => {
  const loaded = windowOf(fakeMessage(2, at(2)), fakeMessage(6, at(6)))
  expect(textsOf(filteredHistory(found(6), loaded, COVERED, judge))).toEqual(['m6'])
  expect(textsOf(filteredHistory([], loaded, { since: null, complete: false }, judge))).toEqual([])
  expect(textsOf(filteredHistory(found(6), loaded, { since: at(4), complete: true }, judge))).toEqual(['m2', 'm6'])
})

it('each stands alone: no groups, nothing folded, and days as far as they are known', () => {
  const options = { clock: new Clock('portal', { minutes: 0 }), firstUnread: null, target: null, foldUpTo: Infinity }
  const events = [2, 4, 6, 8].map((id) => kept(fakeMessage(id, at(id), { kind: 'system' })))
  const rows = (complete: boolean) => timelineRows(filteredHistory(events, undefined, { since: at(2), complete }, judge), options)
  expect(rows(true).map(({ startsGroup, alone, folded }) => [startsGroup, alone, folded])).toEqual(
    [2, 4, 6, 8].map(() => [true, true, undefined]),
  )
  expect(rows(true).map(({ startsDay }) => startsDay)).toEqual([true, false, false, false])
  expect(rows(false).some(({ startsDay }) => startsDay)).toBe(false)
})
