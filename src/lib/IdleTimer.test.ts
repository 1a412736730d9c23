import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { IdleTimer } from './IdleTimer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('works once nothing has happened for so long, and again after what happens next', () => {
  const work = vi.fn<() => void>()
  const timer = new IdleTimer(100, work)
  timer.bump()
  vi.advanceTimersByTime(60)
  timer.bump()
  vi.advanceTimersByTime(99)
  expect(work).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(work).toHaveBeenCalledTimes(1)
  expect(vi.getTimerCount()).toBe(0)
  timer.bump()
  vi.advanceTimersByTime(100)
  expect(work).toHaveBeenCalledTimes(2)
})

it('sets no timer for every event', () => {
  const timer = new IdleTimer(100, () => {})
  const set = vi.fn(setTimeout)
  vi.stubGlobal('setTimeout', set)
  for (let event = 0; event < 60; event++) {
    timer.bump()
    vi.advanceTimersByTime(16)
  }
  expect(set.mock.calls.length).toBeLessThan(15)
})

it('forgets what has happened when it is stopped', () => {
  const work = vi.fn<() => void>()
  const timer = new IdleTimer(100, work)
  timer.bump()
  timer.stop()
  vi.advanceTimersByTime(1_000)
  expect(work).not.toHaveBeenCalled()
})
