import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Recovery } from './Recovery.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What is done, and when, s. */
function watch({ answers }: { answers: boolean }) {
  const began = Date.now()
  const state = { isMissing: true, answers, done: [] as string[], wait: (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000) }
  const note = (what: string) => state.done.push(`${what} ${Math.round((Date.now() - began) / 1_000)}`)
  const recovery = new Recovery({
    isMissing: () => state.isMissing,
    answers: () => state.answers,
    probe: async () => note('probe'),
    askAgain: () => note('again'),
  })
  return Object.assign(state, { recovery })
}

it('what is missing is asked for again, less and less often', async () => {
  const { recovery, done, wait } = watch({ answers: true })
  recovery.look()
  await wait(240)
  expect(done).toEqual(['again 5', 'again 15', 'again 35', 'again 75', 'again 135', 'again 195'])
})

it('a portal that does not answer is asked one small question, until it does', async () => {
  const state = watch({ answers: false })
  state.recovery.look()
  await state.wait(20)
  expect(state.done).toEqual(['probe 5', 'probe 15'])
  state.answers = true
  await state.wait(20)
  expect(state.done.at(-1)).toBe('again 35')
})

it('nothing is asked where nothing is missing; what fails again soon is no new failure, and what fails much later is', async () => {
  const state = watch({ answers: true })
  state.isMissing = false
  state.recovery.look()
  await state.wait(60)
  expect(state.done).toEqual([])
  state.isMissing = true
  state.recovery.look()
  await state.wait(6)
  state.isMissing = false
  await state.wait(20)
  state.isMissing = true
  state.recovery.look()
  await state.wait(11)
  expect(state.done).toEqual(['again 65', 'again 96'])
  state.isMissing = false
  await state.wait(200)
  state.isMissing = true
  state.recovery.look()
  await state.wait(6)
  expect(state.done.at(-1)).toBe('again 302')
})

it('a reader who comes back need not wait, however often the window gets the focus', async () => {
  const { recovery, done, wait } = watch({ answers: true })
  recovery.look()
  await wait(1)
  for (let turn = 0; turn < 3; turn++) recovery.lookNow()
  await wait(1)
  expect(done).toEqual(['again 1'])
})

it('nothing is asked any more once it is over', async () => {
  const { recovery, done, wait } = watch({ answers: true })
  recovery.look()
  recovery.stop()
  recovery.look()
  await wait(60)
  expect(done).toEqual([])
})
