import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MessageId } from '../ids.ts'
import { isNarrow, narrowed, PROBES, probesOf, READ_AT_ONCE, type Bracket } from './day-probing.ts'

/** Messages with growing ids and dates, however they are spread: gaps of any size, and many at the same moment. */
const histories = fc
  .array(
    fc.record({
      gap: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5_000_000 })),
      wait: fc.oneof(fc.constant(0), fc.nat(10 ** 9)),
    }),
    {
      minLength: 2,
      maxLength: 300,
    },
  )
  .map((steps) => {
    let [id, sentAt] = [0, 0]
    return steps.map(({ gap, wait }) => ({ id: (id += gap) as MessageId, sentAt: (sentAt += wait) }))
  })

const nearestBelow = (history: readonly { id: MessageId; sentAt: number }[], id: number) =>
  history.findLast((message) => message.id < id) ?? null

it('probing leads to the first message since any instant, however ids and dates are spread, in as many rounds as their range has fiftieths', () => {
  fc.assert(
    fc.property(histories, fc.double({ min: 0, max: 1, noNaN: true }), (history, share) => {
      const [first, last] = [history[0], history.at(-1)] as [(typeof history)[0], (typeof history)[0]]
      const since = first.sentAt + 1 + share * (last.sentAt - first.sentAt - 1)
      // Rounded, it may be the first message's own instant, which leaves nothing to be looked for.
      if (since <= first.sentAt || last.sentAt < since) return
      const wanted = history.find(({ sentAt }) => sentAt >= since)?.id as number
      let bracket: Bracket = { from: first.id + 1, to: last.id }
      let rounds = 0
      while (!isNarrow(bracket)) {
        const probes = probesOf(bracket)
        expect(probes.length).toBeLessThanOrEqual(PROBES)
        const next = narrowed(
          bracket,
          probes,
          probes.map((id) => nearestBelow(history, id)),
          since,
        )
        expect(next.to - next.from).toBeLessThanOrEqual((bracket.to - bracket.from) / (PROBES + 1) + 1)
        bracket = next
        rounds++
        expect(bracket.from).toBeLessThanOrEqual(wanted)
        expect(bracket.to).toBeGreaterThanOrEqual(wanted)
      }
      expect(rounds).toBeLessThanOrEqual(Math.max(0, Math.ceil(Math.log((last.id - first.id) / (READ_AT_ONCE - 2)) / Math.log(PROBES + 1))))
    }),
    { numRuns: 300 },
  )
})

it('three rounds are enough for sixty million ids', () => {
  let ids = 60_000_000
  for (let round = 0; round < 3; round++) ids = Math.ceil(ids / (PROBES + 1)) + 1
  expect(isNarrow({ from: 1, to: ids })).toBe(true)
})

it('a probe without an answer, or a date, tells nothing, and those around it are enough', () => {
  const bracket = { from: 1, to: 52_000 }
  const probes = probesOf(bracket)
  const message = (id: number) => ({ id: (id - 1) as MessageId, sentAt: id })
  const answers = probes.map((id, at) => (at % 2 === 0 ? null : message(id)))
  const { from, to } = narrowed(bracket, probes, answers, 26_000)
  expect(from).toBeLessThanOrEqual(26_000)
  expect(to).toBeGreaterThanOrEqual(25_999)
  expect(to - from).toBeLessThan(2_100)
  expect(
    narrowed(
      bracket,
      probes,
      probes.map(() => null),
      26_000,
    ),
  ).toEqual(bracket)
})

it('dates that do not grow with ids, as after an import, end it all the same', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 40 }), fc.nat(1_000), (dates, since) => {
      let bracket: Bracket = { from: 1, to: 10_000_000 }
      for (let round = 0; !isNarrow(bracket); round++) {
        expect(round).toBeLessThan(4)
        const probes = probesOf(bracket)
        const answers = probes.map((id) => ({ id: (id - 1) as MessageId, sentAt: dates[id % dates.length] as number }))
        const next = narrowed(bracket, probes, answers, since)
        if (next.from === bracket.from && next.to === bracket.to) return
        bracket = next
      }
      expect(bracket.from).toBeLessThanOrEqual(bracket.to)
    }),
  )
})
