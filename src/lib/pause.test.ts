import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Pause } from './pause.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('works once nothing has happened for so long, and again after what happens next', () => {
  const work = vi.fn<() => void>()
  const pause = new Pause(100, work)
  pause.touch()
  vi.advanceTimersByTime(60)
  pause.touch()
  vi.advanceTimersByTime(99)
  expect(work).not.toHaveBeenCalled()
  expect(pause.waits).toBe(true)
  vi.advanceTimersByTime(1)
  expect(work).toHaveBeenCalledTimes(1)
  expect(pause.waits).toBe(false)
  pause.touch()
  vi.advanceTimersByTime(100)
  expect(work).toHaveBeenCalledTimes(2)
})

it('sets no timer for every event', () => {
  const pause = new Pause(100, () => {})
  const set = vi.spyOn(globalThis, 'setTimeout')
  for (let event = 0; event < 60; event++) {
    pause.touch()
    vi.advanceTimersByTime(16)
  }
  expect(set.mock.calls.length).toBeLessThan(15)
  set.mockRestore()
})

it('forgets what has happened when it is stopped', () => {
  const work = vi.fn<() => void>()
  const pause = new Pause(100, work)
  pause.touch()
  pause.stop()
  vi.advanceTimersByTime(1_000)
  expect(work).not.toHaveBeenCalled()
})
