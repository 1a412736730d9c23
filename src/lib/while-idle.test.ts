import { afterEach, expect, it, vi } from 'vitest'
import { whileIdle } from './while-idle.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A browser that is idle only when it is told to be, for a time; work takes 3 ms for each item. */
function busyBrowser() {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const waiting: IdleRequestCallback[] = []
  vi.stubGlobal('requestIdleCallback', (callback: IdleRequestCallback) => waiting.push(callback))
  const done: number[] = []
  return {
    done,
    work: (item: number) => ((now += 3), void done.push(item)),
    beIdle: async (ms: number) => {
      const until = now + ms
      waiting.shift()?.({ didTimeout: false, timeRemaining: () => Math.max(0, until - now) })
      for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    },
  }
}

it('works only while the browser is idle, and never for long at a time', async () => {
  const { done, work, beIdle } = busyBrowser()
  const all = whileIdle([1, 2, 3, 4, 5, 6], work, new AbortController().signal)
  expect(done).toEqual([])
  await beIdle(4)
  expect(done).toEqual([1, 2])
  await beIdle(50)
  expect(done).toEqual([1, 2, 3, 4, 5])
  await beIdle(50)
  expect(await all).toBe(true)
  expect(done).toEqual([1, 2, 3, 4, 5, 6])
})

it('ends when it is told to', async () => {
  const { done, work, beIdle } = busyBrowser()
  const leaving = new AbortController()
  const all = whileIdle([1, 2, 3], work, leaving.signal)
  await beIdle(2)
  leaving.abort()
  await beIdle(50)
  expect(await all).toBe(false)
  expect(done).toEqual([1])
})

it('goes on where the browser does not tell when it is idle', async () => {
  vi.stubGlobal('requestIdleCallback', undefined)
  const done: number[] = []
  expect(await whileIdle([1, 2], (item) => void done.push(item), new AbortController().signal)).toBe(true)
  expect(done).toEqual([1, 2])
})
