import { gestureMoves, movementOf, startProbe, stopProbe, type PaintedFrame } from '../../e2e/paint-probe.ts'
import { largest, type Figures, type Scenario } from '../scenario.ts'
import { open } from '../subjects.ts'
import type { Tab } from '../tab.ts'

/** What a turn of the wheel moves, px. */
const STEP = 600

const shownIds = (tab: Tab): Promise<string[]> =>
  tab.page
    .locator('[data-message-id]')
    .evaluateAll((rows) =>
      rows
        .filter((row) => row.getBoundingClientRect().bottom > 0 && row.getBoundingClientRect().top < innerHeight)
        .map((row) => (row as HTMLElement).dataset['messageId'] ?? ''),
    )

const jumpFigures = (frames: readonly PaintedFrame[], step: number): Figures => {
  const { jumps, blank, lost } = movementOf(frames, step)
  return { 'max jump px': largest(jumps), 'frames that jump': jumps.length, 'lost frames': lost, 'blank frames': blank }
}

/** The reading row over a number of messages by single turns of the wheel. */
export const wheelThrough =
  (messages: number, dialog: string, step: number, options: { readonly pictures?: boolean } = {}): Scenario =>
  async (tab, subject) => {
    if (options.pictures)
      await tab.page.route('**/picture/*', async (route) => {
        const id = Number(/(\d+)\.svg/.exec(route.request().url())?.[1])
        await new Promise((resolve) => setTimeout(resolve, 200))
        const height = 120 + (id % 7) * 60
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="${height}"><rect width="320" height="${height}" fill="#89a"/></svg>`
        await route.fulfill({ contentType: 'image/svg+xml', body: svg })
      })
    await open(tab, subject, dialog, options)
    await startProbe(tab.page)
    const seen = new Set<string>()
    for (let turn = 0; seen.size < messages && turn < (messages * 500) / step; turn++) {
      await tab.wheel(-step)
      await tab.frames(2)
      for (const id of await shownIds(tab)) seen.add(id)
    }
    await tab.frames(20)
    return { ...jumpFigures(await stopProbe(tab.page), step), seen: seen.size }
  }

/**
 * A continuous gesture: its own movement is the same for all rows, so what is looked for are rows that part
 * from one another, go backwards, or are not there.
 */
export const glide: Scenario = async (tab, subject) => {
  await open(tab, subject, 'chat20')
  await tab.throttle(4)
  await startProbe(tab.page)
  await tab.gesture(-24_000, 6_000)
  await tab.frames(10)
  const frames = await stopProbe(tab.page)
  await tab.throttle(1)
  const moves = gestureMoves(frames, 6_000)
  const backwards = moves.filter((each) => Math.min(...each) < -1).length
  const parting = Math.max(0, ...moves.map((each) => Math.max(...each) - Math.min(...each)))
  const { lost, blank } = movementOf(frames, 1)
  return { 'frames backwards': backwards, 'rows part px': parting, 'lost frames': lost, 'blank frames': blank }
}

const GROWTH = 140
const TRIALS = 8

/** A row grows: how many of eight times the row in the middle of the screen moves, and how far. */
export const growth: Scenario = async (tab, subject) => {
  await open(tab, subject, 'chat20')
  await tab.gesture(-3_000, 6_000)
  const result: Record<string, number> = {}
  for (const [name, where, moving] of [
    ['above, at rest', 'above', false],
    ['above, moving', 'above', true],
    ['across the edge', 'edge', false],
  ] as const) {
    const moved: number[] = []
    for (let trial = 0; trial < TRIALS; trial++) {
      await tab.frames(moving ? 2 : 25)
      if (moving) await tab.wheel(-STEP / 2)
      // The wheel's own movement is over by then, and the list still counts as moving.
      if (moving) await tab.frames(3)
      moved.push(await growOne(tab, where))
      await tab.wheel(-STEP)
      await tab.frames(5)
    }
    result[`${name}: moved of 8`] = moved.filter((px) => Math.abs(px) > 1).length
    result[`${name}: max px`] = largest(moved)
  }
  return result
}

/** Makes a row 140 px taller and returns how far that moved the row in the middle, px. */
function growOne(tab: Tab, where: 'above' | 'edge'): Promise<number> {
  return tab.page.evaluate(
    async ([place, px]) => {
      const scroller = document.querySelector('[data-testid="message-list"]') as HTMLElement
      const box = scroller.getBoundingClientRect()
      const rows = [...scroller.querySelectorAll<HTMLElement>('[data-message-id]')].map((row) => ({
        row,
        rect: row.getBoundingClientRect(),
      }))
      const middle = box.top + box.height / 2
      const reading = rows.find(({ rect }) => rect.top <= middle && rect.bottom >= middle) ?? rows.find(({ rect }) => rect.top > middle)
      const grown =
        place === 'edge'
          ? rows.find(({ rect }) => rect.top < box.top && rect.bottom > box.top)
          : rows.findLast(({ rect }) => rect.bottom < box.top - 40)
      if (!reading || !grown || grown.row === reading.row) return 0
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const before = reading.row.getBoundingClientRect().top
      grown.row.style.paddingBottom = `${px}px`
      await frame()
      await frame()
      await frame()
      return reading.row.getBoundingClientRect().top - before
    },
    [where, GROWTH] as const,
  )
}
