import { movementOf, startProbe, stopProbe } from '../../e2e/paint-probe.ts'
import { HELD, percentile, sum, type Figures, type Scenario } from '../scenario.ts'
import { open } from '../subjects.ts'
import type { Tab } from '../tab.ts'

/** Of a screen with 60 Hz, a frame that is longer than this has missed a picture, ms. */
const LATE_MS = 25

interface FramesWindow {
  readonly stopFrames: () => { readonly times: number[]; readonly long: number[] }
}

/** Ten seconds through ten thousand messages that were read before: how long frames take, and what the main thread does. */
export const frameTimes =
  (rate: number): Scenario =>
  async (tab, subject) => {
    await open(tab, subject, 'chat20')
    await subject.preload(tab, HELD)
    await tab.frames(30)
    await tab.throttle(rate)
    const figures = await framesDuring(tab, async () => {
      await tab.gesture(-20_000, 4_000)
      await tab.gesture(20_000, 4_000)
    })
    await tab.throttle(1)
    return figures
  }

/** How far the first pass goes each time, px, and how fast, px a second. */
const PASS_PX = 20_000
const PASS_SPEED = 4_000
/** How far ahead of the reader messages are requested; ours derives it from the speed, with the same result. */
const AHEAD_PX = 4_800

/**
 * Through messages that were never read, which come from the portal meanwhile: five seconds in which frames are timed, and
 * then as many in which the rows are watched, since the watching costs time itself.
 */
export const firstPass: Scenario = async (tab, subject) => {
  await open(tab, subject, 'chat20', { aheadPx: AHEAD_PX })
  const newest = await oldestInSight(tab)
  await tab.throttle(4)
  const figures = await framesDuring(tab, () => tab.gesture(-PASS_PX, PASS_SPEED))
  await startProbe(tab.page)
  await tab.gesture(-PASS_PX, PASS_SPEED)
  await tab.frames(10)
  const { blank, lost } = movementOf(await stopProbe(tab.page), 1)
  await tab.throttle(1)
  // Ids are five apart on average in the demo portal's long chats.
  return { ...figures, 'blank frames': blank, 'lost frames': lost, passed: (newest - (await oldestInSight(tab))) / 5 }
}

const oldestInSight = (tab: Tab): Promise<number> =>
  tab.page
    .locator('[data-message-id]')
    .evaluateAll((rows) =>
      Number((rows.find((row) => row.getBoundingClientRect().bottom > 0) as HTMLElement | undefined)?.dataset['messageId']),
    )

/** Times frames while something is done, and reports what the main thread did meanwhile. */
export async function framesDuring(tab: Tab, work: () => Promise<void>): Promise<Figures> {
  await tab.page.evaluate(() => {
    const times: number[] = []
    const long: number[] = []
    let running = true
    const frame = (at: number) => {
      times.push(at)
      if (running) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map((entry) => entry.duration)))
    observer.observe({ type: 'longtask' })
    Object.assign(window, {
      stopFrames: () => {
        running = false
        long.push(...observer.takeRecords().map((entry) => entry.duration))
        return { times, long }
      },
    })
  })
  const metrics = () => Promise.all(['TaskDuration', 'ScriptDuration', 'LayoutDuration'].map((name) => tab.metric(name)))
  const before = await metrics()
  await work()
  const after = await metrics()
  const { times, long } = await tab.page.evaluate(() => (window as unknown as FramesWindow).stopFrames())
  const deltas = times.slice(1).map((at, index) => at - (times[index] ?? 0))
  const [task = Number.NaN, script = Number.NaN, layout = Number.NaN] = after.map((value, at) => (value - (before[at] ?? 0)) * 1_000)
  return {
    p50: percentile(deltas, 0.5),
    p95: percentile(deltas, 0.95),
    p99: percentile(deltas, 0.99),
    max: Math.max(...deltas),
    'late frames': deltas.filter((delta) => delta > LATE_MS).length,
    'long tasks': long.length,
    'blocked ms': sum(long.map((duration) => duration - 50)),
    'main thread ms': task,
    'script ms': script,
    'layout ms': layout,
  }
}
