import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HitPlace } from '~/dialog/found-words/WordPainter'
import type { MessageId } from '~/domain/ids'
import { countOf, nearestTo, nextFrom, numberOf, stepFrom, type FoundHits } from './found-hits.ts'

/** Hits of messages: id and count of each, ascending. */
function hitsOf(...counts: readonly (readonly [id: number, count: number])[]): FoundHits {
  let total = 0
  const messages = counts.map(([id, count]) => ({ id: id as MessageId, sentAt: null, count, before: (total += count) - count }))
  return { phrase: 'x', messages, total }
}

const at = (id: number, nth = 0): HitPlace => ({ id: id as MessageId, nth })
const sight = (first: number, last: number) => ({ first: first as MessageId, last: last as MessageId })

it.each([
  ['banana', 'an', 2],
  ['aaaa', 'aa', 2],
  ['', 'a', 0],
])('in “%s” “%s” stands %i times', (text, phrase, count) => {
  expect(countOf(text, phrase)).toBe(count)
})

describe('the hit at which one begins', () => {
  const hits = hitsOf([10, 1], [20, 3], [50, 2])
  it.each([
    ['the first on the screen', sight(15, 60), at(20)],
    ['the nearest above', sight(25, 35), at(20, 2)],
    ['the nearest below', sight(40, 45), at(50)],
    ['of two as near the one below', sight(30, 40), at(50)],
    ['beyond the last one, the last', sight(90, 99), at(50, 1)],
    ['before the first one, the first', sight(1, 2), at(10)],
  ])('is %s', (_, seen, place) => {
    expect(nearestTo(hits, seen)).toEqual(place)
  })
  it('is none where there are none', () => {
    expect(nearestTo(hitsOf(), sight(1, 2))).toBeNull()
  })
})

describe('a step', () => {
  const hits = hitsOf([10, 1], [20, 2])
  it.each([
    [at(10), 1, at(20)],
    [at(20), 1, at(20, 1)],
    [at(20, 1), 1, at(10)],
    [at(10), -1, at(20, 1)],
    // A message that has lost its hits, or some of them.
    [at(15), 1, at(20)],
    [at(15), -1, at(10)],
    [at(99), 1, at(10)],
    [at(99), -1, at(20, 1)],
    [at(1), -1, at(20, 1)],
    [at(10, 3), 1, at(10)],
  ] as const)('from %j by %i leads to %j', (from, step, to) => {
    expect(stepFrom(hits, from, step)).toEqual(to)
  })

  it('leads to the hit itself as long as nobody was led there, and never to one that is gone', () => {
    expect(nextFrom(hits, at(20), 1, false)).toEqual(at(20))
    expect(nextFrom(hits, at(20), 1, true)).toEqual(at(20, 1))
    // It had four before it was edited.
    for (const isLedTo of [true, false]) expect(nextFrom(hits, at(10, 3), 1, isLedTo)).toEqual(at(10))
  })

  it('any number of them comes by every hit once before the first comes again', () => {
    const counts = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 4 })), {
      selector: ([id]) => id,
      minLength: 1,
    })
    fc.assert(
      fc.property(counts, fc.constantFrom(1, -1), (found, step) => {
        const all = hitsOf(...found.toSorted(([a], [b]) => a - b))
        const numbers: number[] = []
        for (let place = nearestTo(all, sight(500, 500)), steps = 0; place && steps < all.total; steps++) {
          numbers.push(numberOf(all, place))
          place = stepFrom(all, place, step)
        }
        expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: all.total }, (_, index) => index + 1))
      }),
    )
  })
})
