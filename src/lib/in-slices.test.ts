import { afterEach, expect, it, vi } from 'vitest'
import { inSlices } from './in-slices.ts'

afterEach(() => vi.restoreAllMocks())

/** Work that takes 5 ms for each item. */
function slowWork() {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const done: number[] = []
  return { done, work: (item: number) => ((now += 5), void done.push(item)) }
}

it('others get their turn between the slices', async () => {
  const { done, work } = slowWork()
  const turns: number[] = []
  const other = setInterval(() => turns.push(done.length), 0)
  expect(await inSlices([1, 2, 3, 4, 5, 6, 7, 8], work)).toBe(true)
  clearInterval(other)
  expect(done).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(turns.some((count) => count > 0 && count < 8)).toBe(true)
})

it('what is short is done at once', async () => {
  const done: number[] = []
  const all = inSlices([1, 2, 3], (item) => void done.push(item))
  expect(done).toEqual([1, 2, 3])
  expect(await all).toBe(true)
})

it('ends when it is told to', async () => {
  const { done, work } = slowWork()
  const leaving = new AbortController()
  const all = inSlices([1, 2, 3, 4], work, leaving.signal)
  leaving.abort()
  expect(await all).toBe(false)
  expect(done).toEqual([1, 2])
})
