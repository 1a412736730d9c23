import { expect, it } from 'vitest'
import type { WindowStart } from './cursor.ts'
import { resolveDestination, type Destination } from './destination.ts'
import type { MessageId } from '../ids.ts'
import type { Place } from './place.ts'

const id = (value: number) => value as MessageId
const newest: WindowStart = { at: 'newest', visit: 0 }
const oldest: WindowStart = { at: 'oldest' }
const around = (value: number): WindowStart => ({ at: 'around', id: id(value) })
const place = (over: Partial<Place>): Place => ({ entry: 'e', start: newest, target: null, anchor: null, ...over })
const third = (value: number) => ({ at: 'message', id: id(value), offset: null }) as const

interface Case {
  readonly when: string
  readonly place: Place
  readonly shown: WindowStart | null
  /** Windows that are loaded, and what they hold. */
  readonly loaded?: readonly (readonly [start: WindowStart, ids: readonly number[]])[]
  readonly leadsTo: Destination
}

const cases: readonly Case[] = [
  { when: 'a dialog is opened', place: place({}), shown: null, leadsTo: { start: newest, scrollTo: { at: 'end' } } },
  {
    when: 'a dialog is opened at a message',
    place: place({ start: around(5), target: id(5) }),
    shown: null,
    leadsTo: { start: around(5), scrollTo: third(5) },
  },
  {
    when: 'the beginning is asked for',
    place: place({ start: oldest }),
    shown: newest,
    leadsTo: { start: oldest, scrollTo: { at: 'start' } },
  },
  {
    when: 'the latest message is asked for once more',
    place: place({ start: { at: 'newest', visit: 7 } }),
    shown: newest,
    loaded: [[newest, [1, 2, 3]]],
    leadsTo: { start: { at: 'newest', visit: 7 }, scrollTo: { at: 'end' } },
  },
  {
    when: 'the window that is shown holds the message of a jump',
    place: place({ start: around(2), target: id(2) }),
    shown: newest,
    loaded: [[newest, [1, 2, 3]]],
    leadsTo: { start: newest, scrollTo: third(2) },
  },
  {
    when: 'another window holds the message of a jump, but not the one that is shown',
    place: place({ start: around(2), target: id(2) }),
    shown: oldest,
    loaded: [
      [newest, [1, 2, 3]],
      [oldest, [0]],
    ],
    leadsTo: { start: around(2), scrollTo: third(2) },
  },
  {
    when: 'a place is come back to whose window is there still',
    place: place({ start: oldest, target: id(9), anchor: { id: id(2), offset: -14 } }),
    shown: newest,
    loaded: [[oldest, [1, 2]]],
    leadsTo: { start: oldest, scrollTo: { at: 'message', id: id(2), offset: -14 } },
  },
  {
    when: 'a place is come back to whose window has gone or moved on',
    place: place({ start: newest, anchor: { id: id(2), offset: 30 } }),
    shown: around(90),
    loaded: [[newest, [7, 8]]],
    leadsTo: { start: around(2), scrollTo: { at: 'message', id: id(2), offset: 30 } },
  },
  {
    when: 'the page is loaded again at a place that was left',
    place: place({ start: newest, anchor: { id: id(2), offset: 30 } }),
    shown: null,
    leadsTo: { start: around(2), scrollTo: { at: 'message', id: id(2), offset: 30 } },
  },
]

it.each(cases)('when $when, it leads there', ({ place: given, shown, loaded = [], leadsTo }) => {
  const contains = (start: WindowStart, message: MessageId) =>
    loaded.some(([known, ids]) => JSON.stringify(known) === JSON.stringify(start) && ids.includes(message))
  expect(resolveDestination(given, shown, contains)).toEqual(leadsTo)
})
