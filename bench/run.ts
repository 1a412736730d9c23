import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { movementOf, startProbe, stopProbe } from '../e2e/paint-probe.ts'

/** One line of the table; the median of its runs. */
interface Row {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly runs: readonly number[]
}

const RUNS = 3
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-smooth-scrolling',
  '--disable-background-networking',
  '--disable-component-update',
  '--js-flags=--expose-gc',
]

async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    for (let frame = 0; frame < wanted; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
  }, count)
}

const wheel = (cdp: CDPSession, deltaY: number) =>
  cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 700, y: 450, deltaX: 0, deltaY })

/** Navigation to the first message in the page, ms; after a first visit, so that the files are cached. */
async function firstMessage(page: Page, url: string, rate: number): Promise<number> {
  const cdp = await page.context().newCDPSession(page)
  await page.goto(url)
  await page.locator('[data-message-id]').first().waitFor()
  await cdp.send('Emulation.setCPUThrottlingRate', { rate })
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-message-id]')) return
      observer.disconnect()
      requestAnimationFrame(() => Object.assign(window, { firstMessageAt: performance.now() }))
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(url)
  await page.waitForFunction(() => 'firstMessageAt' in window)
  const at = await page.evaluate(() => (window as unknown as { firstMessageAt: number }).firstMessageAt)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return at
}

/** A jump in the page from the end to a message that is not loaded, ms until it is in the page. */
async function jump(page: Page, url: string, message: number): Promise<number> {
  await page.goto(url)
  await page.locator('[data-message-id]').first().waitFor()
  await frames(page, 30)
  return page.evaluate(async (id) => {
    const link = document.createElement('a')
    link.dataset['internal'] = ''
    link.href = `${location.search}&message=${id}`
    document.querySelector('[data-testid="message-list"]')?.append(link)
    const began = performance.now()
    link.click()
    while (!document.querySelector(`[data-message-id="${id}"]`)) await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - began
  }, message)
}

interface Sweep {
  readonly jumps: number
  readonly blank: number
  readonly heapMb: number
  readonly rows: number
}

/** Wheels up through so many messages; `heapMb` after three collections. */
async function sweep(page: Page, url: string, messages: number): Promise<Sweep> {
  const cdp = await page.context().newCDPSession(page)
  await page.goto(url)
  await page.locator('[data-message-id]').first().waitFor()
  await frames(page, 30)
  await startProbe(page)
  const seen = new Set<string>()
  while (seen.size < messages) {
    for (let turn = 0; turn < 4; turn++) {
      await wheel(cdp, -600)
      await frames(page, 2)
    }
    for (const id of await page
      .locator('[data-message-id]')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['messageId'] ?? '')))
      seen.add(id)
  }
  const rows = await page.locator('[data-message-id]').count()
  const movement = movementOf(await stopProbe(page), 600)
  for (let turn = 0; turn < 3; turn++) await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return { jumps: movement.jumps.length, blank: movement.blank, heapMb: usedSize / 1e6, rows }
}

async function fresh<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    return await work(page)
  } finally {
    await page.close()
  }
}

/** Runs everything, prints one table and writes it to `bench-results/latest.json`. */
export async function runBench(app: string, portal: string): Promise<void> {
  await fetch(`${portal}/_demo/sessions/demo`, {
    method: 'PUT',
    body: JSON.stringify({ burst: 100_000, perSecond: 1_000, faults: [{ kind: 'latency', ms: 40 }] }),
  })
  const browser = await chromium.launch({
    ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
    args: flags,
  })
  const rows: Row[] = []
  const measure = async (what: string, unit: string, work: (page: Page) => Promise<number>) => {
    const runs: number[] = []
    for (let run = 0; run < RUNS; run++) runs.push(await fresh(browser, work))
    rows.push({ what, value: median(runs), unit, runs })
  }
  const chat = (dialog: string) => `${app}?demo&dialog=${dialog}&lang=en`
  await measure('navigation to the first message', 'ms', (page) => firstMessage(page, chat('chat1000'), 1))
  await measure('the same, processor 4 × slower', 'ms', (page) => firstMessage(page, chat('chat1000'), 4))
  // Message number 500,000 of the million.
  await measure('jump to the middle of a million, not loaded', 'ms', async (page) => {
    await page.goto(chat('chat1000'))
    const middle = await page.evaluate(async (base) => {
      const answer = await fetch(`${base}/rest/503/demo/im.dialog.messages.get`, {
        method: 'POST',
        body: new URLSearchParams({ DIALOG_ID: 'chat1000', LAST_ID: '2511000', LIMIT: '1' }),
      })
      return ((await answer.json()) as { result: { messages: { id: number }[] } }).result.messages[0]?.id ?? 0
    }, portal)
    return jump(page, chat('chat1000'), middle)
  })
  const sweeps: Sweep[] = []
  for (let run = 0; run < RUNS; run++) sweeps.push(await fresh(browser, (page) => sweep(page, chat('chat20'), 2_000)))
  const of = (what: string, unit: string, pick: (one: Sweep) => number) =>
    rows.push({ what, unit, value: median(sweeps.map(pick)), runs: sweeps.map(pick) })
  of('2,000 messages by wheel: frames in which the reading row jumped', '', (one) => one.jumps)
  of('2,000 messages by wheel: blank frames', '', (one) => one.blank)
  of('2,000 messages by wheel: mounted rows', '', (one) => one.rows)
  of('heap after 2,000 messages passed', 'MB', (one) => one.heapMb)
  await browser.close()

  const width = Math.max(...rows.map((row) => row.what.length))
  console.log(`\n${'what'.padEnd(width)}  median of ${RUNS}`)
  for (const { what, value, unit } of rows) console.log(`${what.padEnd(width)}  ${value.toFixed(unit === '' ? 0 : 1)} ${unit}`)
  mkdirSync('bench-results', { recursive: true })
  writeFileSync('bench-results/latest.json', `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`)
  console.log('\nWritten to bench-results/latest.json')
}
