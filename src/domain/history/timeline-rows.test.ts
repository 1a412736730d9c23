import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageEdges } from './cursor.ts'
import { Clock } from '~/lib/time/clock'
import { fakeMessage } from '~/testing/fake-message'
import { mergePages, type MessagePage } from './history.ts'
import type { FileId, MessageId, UserId } from '../ids.ts'
import type { Message } from '../message/message.ts'
import { firstUnreadOf, rowIndexOf, timelineRows, type RowOptions } from './timeline-rows.ts'

const MINUTE = 60_000
const NOON = Date.UTC(2026, 2, 4, 9)

const message = fakeMessage
const page = (messages: readonly Message[], ends: Partial<MessagePage> = {}): MessagePage => ({
  messages,
  users: [],
  files: [],
  chatId: null,
  lost: 0,
  ...pageEdges(messages),
  ...ends,
})
const options: RowOptions = { clock: new Clock('portal', { minutes: 180 }), firstUnread: null, target: null, foldUpTo: Infinity }

describe('rows', () => {
  it.each([
    { target: 5, ends: {}, follows: [6] },
    { target: 6, ends: {}, follows: [] },
    { target: null, ends: {}, follows: [] },
    // Beyond what is loaded nobody knows.
    { target: 1, ends: {}, follows: [] },
    { target: 99, ends: {}, follows: [] },
    { target: 1, ends: { older: null }, follows: [4] },
    { target: 99, ends: { newer: null }, follows: [7] },
  ])('mark the place of a message that was asked for and is missing: $target', ({ target, ends, follows }) => {
    const messages = [4, 6, 7].map((id) => message(id, NOON, { kind: 'system' }))
    const rows = timelineRows(mergePages([page(messages, ends)]), { ...options, target: target as MessageId | null })
    expect(rows.filter(({ followsMissing }) => followsMissing).map(({ message: { id } }) => id)).toEqual(follows)
  })

  it('group messages of one author with at most five minutes between them', () => {
    const history = mergePages([
      page([
        message(1, NOON),
        message(2, NOON + 5 * MINUTE),
        message(3, NOON + 10 * MINUTE + 1),
        message(4, NOON + 11 * MINUTE, { authorId: 8 as UserId }),
      ]),
    ])
    expect(timelineRows(history, options).map((row) => row.startsGroup)).toEqual([true, false, true, true])
  })

  it('do not group over system rows, other names of a bot, and unreadable messages', () => {
    const history = mergePages([
      page([
        message(1, NOON),
        message(2, NOON, { kind: 'system' }),
        message(3, NOON),
        message(4, NOON, { shownAs: { name: 'Sales', avatarUrl: null } }),
        { kind: 'unknown', id: 5 as MessageId, sentAt: NOON, utcOffset: null, raw: {} },
        message(6, NOON),
      ]),
    ])
    expect(timelineRows(history, options).every((row) => row.startsGroup)).toBe(true)
  })

  it.each([
    [
      'portal',
      [
        ['2026-03-04', true],
        ['2026-03-05', true],
      ],
    ],
    [
      'utc',
      [
        ['2026-03-04', true],
        ['2026-03-04', false],
      ],
    ],
  ] as const)('begin a day at midnight of the %s clock, by the offset that was written with each message', (name, days) => {
    // 23:59 and 00:01 five hours east of UTC.
    const midnight = Date.UTC(2026, 2, 4, 19)
    const sent = [message(1, midnight - MINUTE, { utcOffset: 300 }), message(2, midnight + MINUTE, { utcOffset: 300 })]
    const rows = timelineRows(mergePages([page(sent, { older: null })]), { ...options, clock: new Clock(name, { minutes: 0 }) })
    expect(rows.map((row) => [row.day, row.startsDay])).toEqual(days)
  })

  it('begin a day at midnight of the reader’s clock', () => {
    // 23:59 and 00:01 in Moscow.
    const midnight = Date.UTC(2026, 2, 4, 21)
    const history = mergePages([page([message(1, midnight - MINUTE), message(2, midnight + MINUTE)], { older: null })])
    expect(timelineRows(history, options).map((row) => [row.day, row.startsDay])).toEqual([
      ['2026-03-04', true],
      ['2026-03-05', true],
    ])
  })

  it('do not say that a day begins at the first loaded message while older ones may be of the same day', () => {
    const history = mergePages([page([message(1, NOON), message(2, NOON + MINUTE)])])
    expect(timelineRows(history, options).map((row) => row.startsDay)).toEqual([false, false])
  })

  it('take the day of the message before for one without a date', () => {
    const history = mergePages([page([message(1, NOON), message(2, null)], { older: null })])
    expect(timelineRows(history, options)[1]).toMatchObject({ day: '2026-03-04', startsDay: false })
  })

  it('of loaded messages do not change when older pages arrive or are let go', () => {
    const times = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 40 * 60 }), author: fc.integer({ min: 0, max: 2 }) }), {
      minLength: 4,
      maxLength: 60,
    })
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 10 }), (steps, size) => {
        let at = NOON
        const all = steps.map(({ gap, author }, index) =>
          message(index + 1, (at += gap * 1000), { authorId: author as UserId, kind: author === 0 ? 'system' : 'message' }),
        )
        const pages: MessagePage[] = []
        for (let from = 0; from < all.length; from += size) pages.push(page(all.slice(from, from + size)))
        const last = pages.slice(-1)
        const alone = timelineRows(mergePages(last), options)
        const together = timelineRows(mergePages(pages), options).slice(-alone.length)
        expect(together.map((row) => row.startsGroup)).toEqual(alone.map((row) => row.startsGroup))
        expect(together.map(({ key, folded }) => [key, folded])).toEqual(alone.map(({ key, folded }) => [key, folded]))
        // Only the very first one may learn that its day begins with it.
        expect(together.slice(1).map((row) => row.startsDay)).toEqual(alone.slice(1).map((row) => row.startsDay))
      }),
    )
  })
})

describe('events that follow each other', () => {
  const events = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => message(from + at, NOON + at * MINUTE, { kind: 'system', authorId: 0 as UserId }))
  const shown = (messages: readonly Message[], over: Partial<RowOptions> = {}) =>
    timelineRows(mergePages([page(messages)]), { ...options, ...over }).map(({ message: { id }, folded = [] }) => [
      id,
      ...folded.map((event) => event.id),
    ])

  it('fold into a row when there are three or more, and are found in it', () => {
    expect(shown([message(1, NOON), ...events(2, 2), message(4, NOON)])).toEqual([[1], [2], [3], [4]])
    expect(shown([message(1, NOON), ...events(2, 3), message(5, NOON)])).toEqual([[1], [2, 3, 4], [5]])
    const rows = timelineRows(mergePages([page([message(1, NOON), ...events(2, 3), message(5, NOON)])]), options)
    expect([1, 2, 4, 5, 6].map((id) => rowIndexOf(rows, id as MessageId))).toEqual([0, 1, 1, 2, -1])
  })
  it('do not fold where they bring more than a line', () => {
    const events = [1, 2, 3, 4, 5, 6, 7].map((id) => message(id, NOON, { kind: 'system', ...(id === 4 ? { fileIds: [5 as FileId] } : {}) }))
    expect(shown(events)).toEqual([[1, 2, 3], [4], [5, 6, 7]])
  })

  it('do not fold when they have arrived under the eyes of the reader, nor across a day or the border of the unread', () => {
    expect(shown(events(1, 5), { foldUpTo: 3 })).toEqual([[1, 2, 3], [4], [5]])
    expect(shown(events(1, 5), { firstUnread: 3 as MessageId })).toEqual([[1], [2], [3, 4, 5]])
    const [first, second] = events(1, 2)
    expect(shown([first, second, message(3, NOON + 86_400_000, { kind: 'system' })] as Message[])).toEqual([[1], [2], [3]])
  })
})

describe('the border of the unread', () => {
  const unread = { unread: true }
  it('is the first unread message when the one before it is loaded', () => {
    expect(firstUnreadOf(mergePages([page([message(1, NOON), message(2, NOON, unread), message(3, NOON, unread)])]), 3 as MessageId)).toBe(
      2,
    )
  })
  it('is not known while everything that is loaded is unread', () => {
    expect(firstUnreadOf(mergePages([page([message(2, NOON, unread)])]), 2 as MessageId)).toBeNull()
  })
  it('is not made by messages that came after the dialog was opened', () => {
    expect(firstUnreadOf(mergePages([page([message(1, NOON), message(2, NOON, unread)])]), 1 as MessageId)).toBeNull()
  })
})
