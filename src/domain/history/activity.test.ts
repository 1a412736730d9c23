import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fakeMessage } from '~/testing/fake-message'
import type { MessageId } from '../ids.ts'
import { activityOf, densityOf, NO_OUTLINE, outlineProbes, sentAbout, type Outline } from './activity.ts'

const DAY = 86_400_000
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** Messages with growing ids, and dates that mostly grow, too: however they are spread. */
const histories = fc
  .array(
    fc.record({
      gap: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 1_000_000 })),
      wait: fc.oneof(fc.constant(0), fc.nat(300 * DAY), fc.integer({ min: -50 * DAY, max: 0 })),
    }),
    { minLength: 1, maxLength: 200 },
  )
  .map((steps) => {
    let [id, sentAt] = [0, 0]
    return steps.map(({ gap, wait }) => fakeMessage((id += gap), (sentAt += wait)))
  })

function probed(history: ReturnType<typeof fakeMessage>[], count = 50): Outline {
  const [first, last] = [history[0]?.id ?? 0, history.at(-1)?.id ?? 0]
  const dated = (message: (typeof history)[0] | undefined) => (message ? { id: message.id, sentAt: message.sentAt ?? 0 } : null)
  const probes = outlineProbes(first, last, count).map((below) => ({ below, found: dated(history.findLast(({ id }) => id < below)) }))
  return { first: dated(history[0]), probes }
}

/** A message every day for two hundred days, none for two hundred, and again: meanwhile the portal's other chats go on. */
const withPause = Array.from({ length: 400 }, (_, at) =>
  fakeMessage((at < 200 ? at : at + 200) * 10 + 10, (at < 200 ? at : at + 200) * DAY),
)
const life = { from: 0, to: 599 * DAY }

describe('probes', () => {
  it('are as many as fit, inside of the ids, and the last one finds the newest message', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { probes } = probed(history)
        expect(probes.length).toBeLessThanOrEqual(50)
        for (const { below, found } of probes) expect(found?.id).toBeLessThan(below)
        if (history.length > 1) expect(probes.at(-1)?.found?.id).toBe(history.at(-1)?.id)
      }),
    )
  })
})

describe('activity', () => {
  it('is exact where messages have been read', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const outline of [NO_OUTLINE, probed(history)])
          expect(activityOf(outline, [history])).toEqual(history.map(({ sentAt }) => ({ from: sentAt, to: sentAt, messages: 1 })))
      }),
    )
  })

  it('is spread over all that was not read, by the ids that have passed there', () => {
    const density = densityOf(activityOf(probed(withPause), [withPause.slice(-20)]), life, 6)
    for (const at of [0, 1, 4, 5]) expect(density[at]).toBeGreaterThan(70)
    for (const at of [0, 1, 4, 5]) expect(density[at]).toBeLessThan(135)
  })

  it('a pause in which other chats went on is seen as one', () => {
    const density = densityOf(activityOf(probed(withPause), [withPause.slice(-20)]), life, 6)
    expect(total(density.slice(2, 4))).toBeLessThan(20)
  })

  it('where no id but those of messages is known, nothing is said of what was not read', () => {
    const { first, probes } = probed(withPause)
    // One is hit by chance.
    const outline = { first, probes: probes.map(({ below, found }, at) => ({ below, found: at === 7 ? found : null })) }
    const read = [withPause.slice(0, 10), withPause.slice(-20)]
    expect(activityOf(outline, read)).toEqual(read.flat().map(({ sentAt }) => ({ from: sentAt, to: sentAt, messages: 1 })))
  })

  it('is never less than nothing, whatever was read and however dates go', () => {
    fc.assert(
      fc.property(histories, fc.nat(200), fc.nat(200), (history, from, length) => {
        const stretches = activityOf(probed(history), [history.slice(from, from + length)])
        for (const stretch of stretches) {
          expect(stretch.messages).toBeGreaterThan(0)
          expect(stretch.to).toBeGreaterThanOrEqual(stretch.from)
        }
      }),
    )
  })

  it('messages without a date are passed over', () => {
    const undated = { ...fakeMessage(2, null), id: 2 as MessageId }
    expect(activityOf(NO_OUTLINE, [[fakeMessage(1, 5), undated, fakeMessage(3, 9)]]).map(({ from }) => from)).toEqual([5, 9])
  })
})

it('the parts of a span hold all messages, in the parts in which they were written', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 1, max: 200 }), (history, parts) => {
      const stretches = activityOf(probed(history, 10), [history.slice(-5)])
      const dates = stretches.flatMap(({ from, to }) => [from, to])
      const span = { from: Math.min(...dates), to: Math.max(...dates) }
      const density = densityOf(stretches, span, parts)
      expect(density).toHaveLength(parts)
      for (const messages of density) expect(messages).toBeGreaterThanOrEqual(0)
      expect(total(density)).toBeCloseTo(total(stretches.map(({ messages }) => messages)), 4)
    }),
  )
  expect(densityOf([{ from: 0, to: 0, messages: 3 }], { from: 0, to: 100 }, 4)).toEqual([3, 0, 0, 0])
  expect(densityOf([{ from: 25, to: 75, messages: 4 }], { from: 0, to: 100 }, 4)).toEqual([0, 2, 2, 0])
  expect(densityOf([{ from: 5, to: 5, messages: 1 }], { from: 5, to: 5 }, 3)).toEqual([0, 0, 1])
})

it('when a message was sent is told exactly where the one after it has been read, and about elsewhere', () => {
  const outline = probed(withPause)
  const at = (index: number) => withPause[index] as (typeof withPause)[0]
  expect(sentAbout(NO_OUTLINE, [withPause], at(50).id + 9)).toBe(at(51).sentAt)
  expect(sentAbout(NO_OUTLINE, [withPause.slice(60)], at(50).id)).toBeNull()
  expect(sentAbout(outline, [], at(399).id)).toBeNull()
  fc.assert(
    fc.property(fc.nat(398), (index) => {
      const about = sentAbout(outline, [], at(index).id) ?? Number.NaN
      expect(Math.abs(about - (at(index).sentAt ?? 0))).toBeLessThanOrEqual(13 * DAY)
    }),
  )
})
