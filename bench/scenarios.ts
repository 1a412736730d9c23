import { inflateSync } from 'node:zlib'
import { gestureMoves, movementOf, startProbe, stopProbe, type PaintedFrame } from '../e2e/paint-probe.ts'
import { open, type Subject } from './subjects.ts'
import type { Tab } from './tab.ts'

/** What one run of a scenario gives: figures by the name of their column. */
export type Figures = Readonly<Record<string, number>>
export type Scenario = (tab: Tab, subject: Subject) => Promise<Figures>

const STEP = 600
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const largest = (values: readonly number[]): number => Math.max(0, ...values.map(Math.abs))
const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

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

/** The reading row over so many messages by single turns of the wheel. */
const wheelThrough =
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
const glide: Scenario = async (tab, subject) => {
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
const growth: Scenario = async (tab, subject) => {
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

/** Makes a row 140 px taller and tells how far the row in the middle moved for it, px. */
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

const HELD = 10_000

/** Screenshots of what was really painted, with the ground behind the rows in magenta: how much of it shows. */
const blanks: Scenario = async (tab, subject) => {
  await open(tab, subject, 'chat20')
  await subject.preload(tab, HELD)
  await tab.frames(30)
  await tab.page.addStyleTag({
    content:
      '[data-testid="message-list"]{background:#f0f!important}[data-message-id],[data-row-key]{background:#fff!important}[data-testid="message-list"] *{border-radius:0!important}',
  })
  const shots: string[] = []
  const onFrame = ({ data, sessionId }: { data: string; sessionId: number }) => {
    void tab.cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => {})
    shots.push(data)
  }
  tab.cdp.on('Page.screencastFrame', onFrame)
  await tab.cdp.send('Page.startScreencast', { format: 'png', maxWidth: 320, maxHeight: 200, everyNthFrame: 1 })
  await tab.gesture(-36_000, 12_000)
  await tab.cdp.send('Page.stopScreencast')
  // Looked at afterwards: the browser and this process share the machine.
  const shares = shots.map(magentaShare)
  return { shots: shares.length, 'blank > 5 %': shares.filter((share) => share > 0.05).length, 'worst %': 100 * Math.max(0, ...shares) }
}

/** The largest run of whole lines that are magenta in a strip in the middle of the list, as a share of its height. */
function magentaShare(png: string): number {
  const { width, height, channels, lines } = decodePng(Buffer.from(png, 'base64'))
  let blank = 0
  const at = Math.floor(width * 0.6)
  for (let y = Math.floor(height * 0.15); y < height * 0.9; y++) {
    const x = at * channels
    const line = lines[y] as Uint8Array
    if ((line[x] ?? 0) > 200 && (line[x + 1] ?? 255) < 80 && (line[x + 2] ?? 0) > 200) blank++
  }
  return blank / (height * 0.75)
}

/** Eight-bit PNG, as the browser's screenshots are. */
function decodePng(png: Buffer): { width: number; height: number; channels: number; lines: Uint8Array[] } {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const channels = png[25] === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const raw = inflateSync(Buffer.concat(parts))
  const stride = width * channels
  const lines: Uint8Array[] = []
  let before = new Uint8Array(stride)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0
    const line = new Uint8Array(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)))
    for (let x = 0; x < stride; x++) {
      const a = x >= channels ? (line[x - channels] ?? 0) : 0
      const b = before[x] ?? 0
      const c = x >= channels ? (before[x - channels] ?? 0) : 0
      const p = a + b - c
      const paeth =
        Math.abs(p - a) <= Math.abs(p - b) && Math.abs(p - a) <= Math.abs(p - c) ? a : Math.abs(p - b) <= Math.abs(p - c) ? b : c
      line[x] = (line[x] ?? 0) + ([0, a, b, (a + b) >> 1, paeth][filter] ?? 0)
    }
    lines.push(line)
    before = line
  }
  return { width, height, channels, lines }
}

/** Ten seconds through ten thousand messages: how long frames take, and what the main thread does meanwhile. */
const frameTimes =
  (rate: number): Scenario =>
  async (tab, subject) => {
    await open(tab, subject, 'chat20')
    await subject.preload(tab, HELD)
    await tab.frames(30)
    await tab.throttle(rate)
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
    const [task, script, layout] = await Promise.all(['TaskDuration', 'ScriptDuration', 'LayoutDuration'].map((name) => tab.metric(name)))
    await tab.gesture(-20_000, 4_000)
    await tab.gesture(20_000, 4_000)
    const [taskAfter, scriptAfter, layoutAfter] = await Promise.all(
      ['TaskDuration', 'ScriptDuration', 'LayoutDuration'].map((name) => tab.metric(name)),
    )
    const { times, long } = await tab.page.evaluate(() =>
      (window as unknown as { stopFrames: () => { times: number[]; long: number[] } }).stopFrames(),
    )
    await tab.throttle(1)
    const deltas = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    const ms = (after = 0, before = 0) => (after - before) * 1_000
    return {
      p50: percentile(deltas, 0.5),
      p95: percentile(deltas, 0.95),
      p99: percentile(deltas, 0.99),
      max: Math.max(...deltas),
      'long tasks': long.length,
      'blocked ms': sum(long.map((duration) => duration - 50)),
      'main thread ms': ms(taskAfter, task),
      'script ms': ms(scriptAfter, script),
      'layout ms': ms(layoutAfter, layout),
    }
  }

/**
 * Runs in the page: tells when the text of a message was shown, as the browser reports it (element timing: the time of
 * presentation, so that what runs after the paint does not count, nor what was mounted and never painted).
 */
const WATCH = `{
  let bytes = null
  new MutationObserver(() => {
    const row = [...document.querySelectorAll('[data-message-id]')].at(-1)
    if (!row) return
    for (const element of row.querySelectorAll('*')) element.setAttribute('elementtiming', 'message')
    const scripts = performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('.js'))
    bytes ??= scripts.reduce((sum, entry) => sum + entry.encodedBodySize, 0)
  }).observe(document, { childList: true, subtree: true })
  new PerformanceObserver((list, observer) => {
    observer.disconnect()
    firstMessageShown(JSON.stringify({ at: list.getEntries()[0].renderTime, bytes }))
  }).observe({ type: 'element' })
}`

const VISITS = 3

/** Navigation to the first message by somebody who has been here before: files and compiled code are kept. */
const first =
  (rate: number): Scenario =>
  async (tab, subject) => {
    const { page, cdp } = tab
    const url = subject.url('chat1000')
    for (let visit = 0; visit < VISITS; visit++) {
      await page.goto('about:blank')
      await page.goto(url)
      await page.locator('[data-message-id]').first().waitFor()
      await page.waitForLoadState('networkidle')
    }
    await page.goto('about:blank')
    await cdp.send('Page.enable')
    await cdp.send('Runtime.enable')
    await cdp.send('Runtime.addBinding', { name: 'firstMessageShown' })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH })
    await tab.throttle(rate)
    const shown = new Promise<{ at: number; bytes: number }>((resolve) =>
      cdp.on('Runtime.bindingCalled', ({ payload }) => resolve(JSON.parse(payload) as { at: number; bytes: number })),
    )
    await cdp.send('Page.navigate', { url })
    const { at, bytes } = await shown
    await tab.throttle(1)
    return { 'first message ms': at, 'script kB by then': bytes / 1_000 }
  }

/**
 * A jump to a message that is not loaded, and where its row is, then and two seconds later, when a page has arrived; and
 * how many requests were answered before the row was there.
 */
export const jumpTo =
  (dialog: string, id: number, go = (tab: Tab, subject: Subject) => subject.jump(tab, id)): Scenario =>
  async (tab, subject) => {
    await open(tab, subject, dialog)
    await tab.page.evaluate((wanted) => {
      const began = performance.now()
      const tops: number[] = []
      let found: number | null = null
      const frame = () => {
        const row = document.querySelector(`[data-message-id="${wanted}"]`)
        const box = document.querySelector('[data-testid="message-list"]')?.getBoundingClientRect()
        if (row && box) {
          const { top, bottom } = row.getBoundingClientRect()
          if (found === null && bottom > box.top && top < box.bottom) found = performance.now() - began
          if (found !== null) tops.push(top - box.top)
        }
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
      const answered = () =>
        performance
          .getEntriesByType('resource')
          .filter((entry) => entry.name.includes('/rest/') && entry.startTime >= began)
          .filter((entry) => (entry as PerformanceResourceTiming).responseEnd <= began + (found ?? 0)).length
      Object.assign(window, { jumpResult: () => ({ found, tops, answered: answered() }) })
    }, id)
    await go(tab, subject)
    await tab.page.waitForFunction(() => (window as unknown as { jumpResult: () => { found: number | null } }).jumpResult().found !== null)
    await tab.frames(120)
    const { found, tops, answered } = await tab.page.evaluate(() =>
      (window as unknown as { jumpResult: () => { found: number; tops: number[]; answered: number } }).jumpResult(),
    )
    const firstTop = tops[0] ?? Number.NaN
    return {
      'found ms': found,
      requests: answered,
      'wobble px': Math.max(...tops) - Math.min(...tops),
      'moved in 2 s px': Math.abs((tops.at(-1) ?? Number.NaN) - firstTop),
    }
  }

/**
 * Runs in the page: its clock goes a hundred times faster. The portal takes two requests a second, which would
 * make reading a million messages last for hours; what is held in memory does not depend on that, if what is let go
 * after half an hour is let go sooner as well. Requests are given the time that they are given otherwise.
 */
const HASTEN = `{
  const now = Date.now.bind(Date), began = now(), later = window.setTimeout
  Date.now = () => began + (now() - began) * 100
  window.setTimeout = (work, ms = 0, ...more) => later(work, ms > 10_000 && ms <= 60_000 ? ms : ms / 100, ...more)
}`

/** The heap once so many messages have been passed, and what is mounted then. */
export const memory =
  (passed: number): Scenario =>
  async (tab, subject) => {
    if (subject.ours) await tab.page.addInitScript(HASTEN)
    await open(tab, subject, passed > 15_000 ? 'chat1000' : 'chat20')
    if (subject.ours) await pass(tab, passed)
    else {
      await subject.preload(tab, passed)
      for (let turn = 0; turn < 40; turn++) {
        await tab.page.evaluate(
          (share) => {
            const list = document.querySelector('[data-testid="message-list"]') as HTMLElement
            list.scrollTop = list.scrollHeight * share
          },
          1 - turn / 40,
        )
        await tab.frames(2)
      }
    }
    await tab.frames(60)
    const [rows, elements, heap] = [
      await tab.page.locator('[data-message-id]').count(),
      await tab.page.locator('*').count(),
      await tab.heap(),
    ]
    return { 'heap MB': heap, rows, elements }
  }

/** Reads on towards the beginning as fast as pages come, until so many messages have been passed. */
async function pass(tab: Tab, count: number): Promise<void> {
  await tab.page.evaluate(async (wanted) => {
    const list = document.querySelector('[data-testid="message-list"]') as HTMLElement
    const oldest = () => Number(list.querySelector<HTMLElement>('[data-message-id]')?.dataset['messageId'] ?? 0)
    const turn = () => new Promise((resolve) => requestAnimationFrame(resolve))
    // Ids are five apart on average in the demo portal's long chats.
    const until = oldest() - wanted * 5
    while (oldest() > until && !list.querySelector('[data-edge="oldest"]')) {
      if (list.scrollTop > 200) list.scrollTop = 140
      await turn()
    }
  }, count)
}

export const scenarios: Readonly<Record<string, { readonly title: string; readonly run: Scenario; readonly runs?: number }>> = {
  wheel: { title: '2,000 messages by wheel, 600 px a turn', run: wheelThrough(2_000, 'chat20', STEP) },
  glide: { title: 'a gesture of 6,000 px/s, processor 4 × slower', run: glide },
  pictures: {
    title: '300 messages with pictures of unknown size, 300 px a turn',
    run: wheelThrough(300, 'chat20', 300, { pictures: true }),
  },
  growth: { title: 'a row grows by 140 px: movement of the row in the middle', run: growth },
  blanks: { title: 'painted blanks at 12,000 px/s, 10,000 messages', run: blanks },
  frames: { title: 'ten seconds through 10,000 messages at 4,000 px/s', run: frameTimes(1) },
  'frames-4x': { title: 'the same, processor 4 × slower', run: frameTimes(4) },
  first: { title: 'navigation to the first message', run: first(1), runs: 7 },
  'first-4x': { title: 'the same, processor 4 × slower', run: first(4), runs: 7 },
}
