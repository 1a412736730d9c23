import { expect, it } from 'vitest'
import type { WindowStart } from './cursor.ts'
import { resolveDestination, type Destination, type WindowFulfils } from './destination.ts'
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
  /** Windows that are loaded, what they hold, and the ends of the dialog that are among it. */
  readonly loaded?: readonly (readonly [start: WindowStart, ids: readonly number[], ...ends: ('oldest' | 'newest')[]])[]
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
      [oldest, [0], 'oldest'],
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

const walkedAway: readonly Case[] = [
  {
    when: 'a dialog is opened whose newest window does not reach the end any more',
    place: place({}),
    shown: null,
    loaded: [[newest, [1, 2, 3]]],
    leadsTo: { start: { at: 'newest', visit: 1 }, scrollTo: { at: 'end' } },
  },
  {
    when: 'a dialog is opened whose newest window reaches the end',
    place: place({}),
    shown: null,
    loaded: [[newest, [7, 8], 'newest']],
    leadsTo: { start: newest, scrollTo: { at: 'end' } },
  },
  {
    when: 'a link leads to a message again whose window has let go of it',
    place: place({ start: around(5), target: id(5) }),
    shown: around(5),
    loaded: [[around(5), [1, 2, 3]]],
    leadsTo: { start: { at: 'around', id: id(5), visit: 1 }, scrollTo: third(5) },
  },
  {
    when: 'that happens once more',
    place: place({ start: around(5), target: id(5) }),
    shown: newest,
    loaded: [
      [around(5), [1, 2, 3]],
      [{ at: 'around', id: id(5), visit: 1 }, [2, 3]],
    ],
    leadsTo: { start: { at: 'around', id: id(5), visit: 2 }, scrollTo: third(5) },
  },
  {
    when: 'a place is come back to, and neither its window nor the one around it holds it any more',
    place: place({ start: newest, anchor: { id: id(2), offset: 30 } }),
    shown: null,
    loaded: [
      [newest, [7, 8]],
      [around(2), [5, 6]],
    ],
    leadsTo: { start: { at: 'around', id: id(2), visit: 1 }, scrollTo: { at: 'message', id: id(2), offset: 30 } },
  },
  {
    when: 'the beginning is asked for in the window of the beginning, which has let go of it',
    place: place({ start: oldest }),
    shown: oldest,
    loaded: [[oldest, [7, 8]]],
    leadsTo: { start: { at: 'oldest', visit: 1 }, scrollTo: { at: 'start' } },
  },
  {
    when: 'the latest message is asked for in a window that has it',
    place: place({ start: { at: 'newest', visit: 5 } }),
    shown: around(7),
    loaded: [[around(7), [7, 8], 'newest']],
    leadsTo: { start: around(7), scrollTo: { at: 'end' } },
  },
  {
    when: 'the latest message is asked for in a window that has let go of it',
    place: place({ start: { at: 'newest', visit: 5 } }),
    shown: newest,
    loaded: [[newest, [1, 2]]],
    leadsTo: { start: { at: 'newest', visit: 5 }, scrollTo: { at: 'end' } },
  },
  {
    when: 'the beginning is asked for in a window that has it',
    place: place({ start: oldest }),
    shown: newest,
    loaded: [[newest, [1, 2], 'oldest', 'newest']],
    leadsTo: { start: newest, scrollTo: { at: 'start' } },
  },
]

it.each([...cases, ...walkedAway])('when $when, it leads there', ({ place: given, shown, loaded = [], leadsTo }) => {
  const has: WindowFulfils = (window, promise) => {
    const found = loaded.find(([known]) => JSON.stringify(known) === JSON.stringify(window))
    if (!found) return null
    const [, ids, ...ends] = found
    return promise.at === 'around' ? ids.includes(promise.id) : ends.includes(promise.at)
  }
  expect(resolveDestination(given, shown, has)).toEqual(leadsTo)
})
