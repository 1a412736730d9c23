import { afterEach, expect, it, vi } from 'vitest'
import { quietMoment } from './quiet-moment.ts'

afterEach(() => void vi.unstubAllGlobals())

it('a quiet moment comes when the browser says so, which it is to do soon in any case', async () => {
  let tell = () => {}
  const ask = vi.fn<(told: () => void, options: { timeout: number }) => void>((told) => (tell = told))
  vi.stubGlobal('requestIdleCallback', ask)
  let isThere = false
  const moment = quietMoment().then(() => (isThere = true))
  expect(ask.mock.lastCall?.[1].timeout).toBeLessThanOrEqual(100)
  await Promise.resolve()
  expect(isThere).toBe(false)
  tell()
  await moment
})

it('where the browser does not tell, it comes with its next task', async () => {
  vi.stubGlobal('requestIdleCallback', undefined)
  await quietMoment()
})
