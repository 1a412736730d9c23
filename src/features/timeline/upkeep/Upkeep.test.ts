import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PortalError, type PortalErrorCode } from '~/domain/portal/portal-error'
import type { UpkeepAnswer } from '~/queries/history/window-upkeep'
import { Upkeep, type Urgency } from './Upkeep.ts'

const quiet: UpkeepAnswer = { fresh: 0, reachesEnd: true, isBusy: false }
const MINUTE = 60_000

/** A window at the end of a dialog, unless it says otherwise; `asked` has what was asked, and when, s. */
function keep() {
  const began = Date.now()
  const window = {
    asked: [] as string[],
    errors: [] as (PortalErrorCode | null)[],
    endIsLoaded: true,
    flyPast: false,
    poll: async (): Promise<UpkeepAnswer> => quiet,
    reread: async (): Promise<UpkeepAnswer | null> => ({ ...quiet, reachesEnd: false }),
    wait: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    clear: () => void (window.asked.length = 0),
  }
  const note = (what: string, urgency: Urgency) =>
    window.asked.push(`${what} ${Math.round((Date.now() - began) / 1_000)}${urgency === 'now' ? ' now' : ''}`)
  const upkeep = new Upkeep({
    endIsLoaded: () => window.endIsLoaded,
    flyPast: () => window.flyPast,
    poll: (urgency) => (note('poll', urgency), window.poll()),
    reread: (urgency) => (note('reread', urgency), window.reread()),
    onOutcome: (error) => void window.errors.push(error?.code ?? null),
  })
  return Object.assign(window, { upkeep })
}
const failing = (code: PortalErrorCode) => () => Promise.reject(new PortalError(code, 'no'))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('while the page is visible', () => {
  it('arrivals are polled less and less often, and quickly again once something has come', async () => {
    const window = keep()
    await window.wait(30_000)
    expect(window.asked).toEqual(['poll 4', 'poll 10', 'poll 19'])
    window.poll = async () => ({ ...quiet, fresh: 1 })
    await window.wait(12_000)
    expect(window.asked.slice(3).filter((asked) => asked.startsWith('poll'))).toEqual(['poll 33', 'poll 37', 'poll 41'])
  })
  it('what is in sight is read again within every minute', async () => {
    const window = keep()
    await window.wait(10 * MINUTE)
    const times = window.asked.flatMap((asked) => (asked.startsWith('reread') ? Number(asked.split(' ')[1]) : []))
    expect(times.length).toBeGreaterThanOrEqual(10)
    for (const [index, time] of times.entries()) expect(time - (times[index - 1] ?? 0)).toBeLessThan(60)
  })
  it('one request is enough where what is in sight is the end', async () => {
    const window = keep()
    window.reread = async () => quiet
    await window.wait(39_000)
    window.clear()
    await window.wait(3_000)
    expect(window.asked).toEqual(['reread 40'])
  })
  it('nothing is asked while messages fly past, unless the reader has just come back, and soon once they do not', async () => {
    const window = keep()
    window.flyPast = true
    await window.wait(3_500)
    window.upkeep.comeBack()
    await window.wait(10_500)
    expect(window.asked).toEqual(['reread 4 now', 'poll 4 now'])
    window.flyPast = false
    await window.wait(1_000)
    expect(window.asked.slice(2)).toEqual(['poll 15'])
  })
  it('nothing is polled where the end is not loaded, and soon once it is', async () => {
    const window = keep()
    window.endIsLoaded = false
    await window.wait(30_000)
    expect(window.asked).toEqual([])
    window.endIsLoaded = true
    window.upkeep.expectArrivals()
    await window.wait(5_000)
    expect(window.asked).toEqual(['poll 34'])
  })
  it('what could not be written, because a page was just being read, is read again soon', async () => {
    const window = keep()
    window.endIsLoaded = false
    window.reread = async () => ({ ...quiet, isBusy: true })
    await window.wait(42_500)
    expect(window.asked).toEqual(['reread 40', 'reread 41', 'reread 42'])
  })
})

describe('a reader who comes back', () => {
  it('finds everything asked at once, however long nothing came', async () => {
    const window = keep()
    await window.wait(10 * MINUTE)
    window.upkeep.hide()
    await window.wait(5 * MINUTE)
    window.clear()
    window.upkeep.comeBack()
    await window.wait(1)
    expect(window.asked).toEqual(['reread 900 now', 'poll 900 now'])
  })
  it('is told by several events, and asked for once', async () => {
    const window = keep()
    await window.wait(30_000)
    window.clear()
    for (let event = 0; event < 4; event++) window.upkeep.comeBack()
    await window.wait(1_000)
    expect(window.asked).toHaveLength(2)
  })
  it('is no reader whose page is just being opened: that gets the focus too', async () => {
    const window = keep()
    window.upkeep.comeBack()
    await window.wait(3_000)
    expect(window.asked).toEqual([])
    window.upkeep.hide()
    window.upkeep.comeBack()
    await window.wait(1)
    expect(window.asked).toEqual(['reread 3 now', 'poll 3 now'])
  })
  it('is asked for within two seconds even while an answer is under way', async () => {
    const window = keep()
    let answer: (value: UpkeepAnswer) => void = () => {}
    window.poll = () => new Promise((resolve) => (answer = resolve))
    await window.wait(4_000)
    window.upkeep.comeBack()
    answer(quiet)
    window.poll = async () => quiet
    await window.wait(2_001)
    expect(window.asked).toEqual(['poll 4', 'reread 6 now', 'poll 6 now'])
  })
})

it('nothing is asked while the page is hidden, nor once the window is left', async () => {
  const window = keep()
  window.upkeep.hide()
  await window.wait(10 * MINUTE)
  window.upkeep.comeBack()
  window.upkeep.stop()
  await window.wait(10 * MINUTE)
  expect(window.asked).toEqual([])
})

describe('after errors', () => {
  it.each(['network', 'portal', 'rate-limit'] as const)(
    '(%s) it is asked ever more seldom, and the end says so until it goes on',
    async (code) => {
      const window = keep()
      window.poll = window.reread = failing(code)
      await window.wait(60 * MINUTE)
      expect(window.asked.length).toBeLessThan(25)
      expect(window.errors.at(-1)).toBe(code)
      window.poll = async () => quiet
      window.reread = async () => null
      await window.wait(5 * MINUTE)
      expect(window.errors.at(-1)).toBeNull()
    },
  )
  it('it is not asked before the portal has said that it will answer again', async () => {
    const window = keep()
    const availableAt = Date.now() + 9 * MINUTE
    window.poll = () => Promise.reject(new PortalError('rate-limit', 'no', { detail: 'OPERATION_TIME_LIMIT', availableAt }))
    await window.wait(10 * MINUTE)
    expect(window.asked.slice(0, 2)).toEqual(['poll 4', 'reread 540'])
  })
  it.each(['auth', 'access'] as const)('(%s) it is not asked again, not even on coming back, but when the reader asks', async (code) => {
    const window = keep()
    window.poll = window.reread = failing(code)
    await window.wait(60 * MINUTE)
    window.upkeep.comeBack()
    await window.wait(MINUTE)
    expect(window.asked).toEqual(['poll 4'])
    expect(window.errors).toEqual([code])
    window.poll = async () => quiet
    window.reread = async () => null
    window.upkeep.askNow()
    await window.wait(1)
    expect(window.errors.at(-1)).toBeNull()
    await window.wait(MINUTE)
    expect(window.asked.length).toBeGreaterThan(4)
  })
})
