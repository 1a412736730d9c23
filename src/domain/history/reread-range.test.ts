import { expect, it } from 'vitest'
import { fakeMessage } from '~/testing/fake-message'
import { pageEdges } from './cursor.ts'
import { mergePages } from './history.ts'
import { rereadRange } from './reread-range.ts'

/** Messages from 1 on; `toEnd`: the end of the dialog is among them. */
const historyOf = (count: number, toEnd = true) => {
  const messages = Array.from({ length: count }, (_, index) => fakeMessage(index + 1, 0))
  const edges = pageEdges(messages)
  return mergePages([{ messages, users: [], files: [], chatId: null, lost: 0, ...edges, newer: toEnd ? null : edges.newer }])
}
const seen = (from: number, to: number) => new Set(Array.from({ length: to - from + 1 }, (_, at) => from + at))

it('is a page around what is on the screen, below a message that is known', () => {
  const range = rereadRange(historyOf(300), seen(140, 160))
  expect(range).toMatchObject({ from: 124, to: 174, first: 1 })
  // The others are for portals that know nothing of a message that has been deleted.
  expect(range?.ends).toEqual([175, 176, 178, 182])
})

it('is the end of the dialog where that is in sight', () => {
  expect(rereadRange(historyOf(300), seen(280, 300))).toMatchObject({ from: 250, to: 300, ends: [null, 300, 298, 294] })
  expect(rereadRange(historyOf(300), new Set())).toMatchObject({ to: 300 })
})

it('ends at the last known message where more is to be loaded', () => {
  expect(rereadRange(historyOf(300, false), seen(280, 300))?.ends[0]).toBe(300)
})

it('is all of a short dialog, and nothing of an empty one', () => {
  expect(rereadRange(historyOf(3), seen(1, 3))).toMatchObject({ from: 0, to: 3, ends: [null, 3, 1] })
  expect(rereadRange(historyOf(0), new Set())).toBeNull()
})

it('holds all of the screen when that is less than a page', () => {
  for (let first = 1; first <= 260; first++) {
    const range = rereadRange(historyOf(300), seen(first, first + 40))
    expect(range?.from).toBeLessThan(first)
    expect(range?.to).toBeGreaterThanOrEqual(first + 40)
  }
})
