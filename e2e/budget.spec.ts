import type { Browser } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { seed } from './seeds.ts'

test.use({ firstVisit: true })

/** Files that the first messages may wait for; their bytes are bounded by `size-limit` in package.json. */
const FIRST_FILES = /\/assets\/(?:index|app|react|rolldown-runtime|en)-[\w-]+\.js$/

/** Of the browser's own trace: how many elements were styled in one go; or a mark. */
interface StyleEvent {
  readonly name: string
  /** μs */
  readonly ts: number
  readonly args?: { readonly elementCount?: number }
}

test('the request for the first messages leaves before the app itself has arrived, and is the only one', async ({
  timeline,
  page,
  portal,
}) => {
  let release = () => {}
  const gate = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/assets/app-*.js', async (route) => {
    await gate
    await route.continue()
  })
  const asked = page.waitForResponse('**/im.dialog.messages.get')
  const opening = timeline.open('chat20')
  await asked
  await expect(page.getByTestId('message-list')).toHaveCount(0)
  release()
  await opening
  await expect(timeline.message(seed('chat20').idAt(19_999))).toBeInViewport()
  const { log } = await portal.log()
  // Older pages may have been requested by now; the newest page was requested once.
  expect(log.filter((entry) => entry.params['LAST_ID'] === '2147483647')).toHaveLength(1)
})

test('a message in the address and a reload are asked for early too, in one request', async ({ timeline, page, portal }) => {
  const target = seed('chat20').idAt(10_000)
  await timeline.open('chat20', `&message=${target}`)
  await expect(timeline.message(target)).toBeInViewport()
  // Both halves around a message are one batch; pages beyond them are requested one by one.
  const openings = async () => (await portal.log()).log.filter((entry) => entry.batchKey === 'below').length
  expect(await openings()).toBe(1)
  await timeline.wheel(-100)
  await timeline.placeSaved()
  await page.reload()
  await expect(timeline.message(target)).toBeInViewport()
  expect(await openings()).toBe(2)
})

test('the entry is asked for first, and Chromium compiles it and the app as they arrive', async ({ request }) => {
  const page = await (await request.get('/')).text()
  const files = [...page.matchAll(/\.\/(assets\/(index|app|react|rolldown-runtime)-[\w-]+\.js)/g)]
  expect(files.map(([, , name]) => name)).toEqual(['index', 'app', 'rolldown-runtime', 'react'])
  for (const [, file, name] of files.filter(([, , of]) => of !== 'rolldown-runtime')) {
    const code = await (await request.get(`/${file}`)).text()
    expect(code.startsWith('//# allFunctionsCalledOnLoad\n'), name).toBe(true)
  }
})

test('a first request that fails is repeated, and nothing is lost', async ({ timeline, portal }) => {
  await portal.configure({ faults: [{ kind: 'drop', method: 'im.dialog.messages.get', times: 1 }] })
  await timeline.open('chat20')
  await expect(timeline.message(seed('chat20').idAt(19_999))).toBeInViewport()
})

test('the first messages need no other file than those of the budget', async ({ timeline, page }) => {
  const others: string[] = []
  await page.route('**/assets/*.js', async (route) => {
    const url = route.request().url()
    if (FIRST_FILES.test(url)) return route.continue()
    others.push(url)
    return route.abort()
  })
  await timeline.open('chat20')
  await expect(timeline.message(seed('chat20').idAt(19_999))).toBeInViewport()
  await expect(timeline.message(seed('chat20').idAt(19_999)).locator('[data-message-text]')).not.toBeEmpty()
  // What did not come says so, and can be asked for again; the reading goes on.
  await expect(page.getByRole('button', { name: /^Retry/ }).first()).toBeVisible()
  expect(others.length).toBeGreaterThan(2)
  await page.unroute('**/assets/*.js')
  await page
    .getByRole('button', { name: /^Retry/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('what comes over the list, and scrolling that begins, style no row anew', async ({ timeline, page, context }) => {
  await timeline.open('chat20')
  await timeline.complete()
  await timeline.settled()
  const mounted = await page.locator('[role="feed"] *').count()
  expect(mounted).toBeGreaterThan(100)
  const browser = context.browser() as Browser
  await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing'] })
  await timeline.scroller.evaluate((list) => {
    const day = document.createElement('div')
    for (const change of [
      () => list.parentElement?.append(day),
      () => day.remove(),
      () => list.setAttribute('data-scrolling', ''),
      () => list.removeAttribute('data-scrolling'),
    ]) {
      // Asking for a height styles what has changed, at once: nothing else of the page comes between the marks.
      const style = () => document.body.offsetHeight
      style()
      performance.mark('change')
      change()
      style()
      performance.mark('changed')
    }
  })
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: readonly StyleEvent[] }
  const timesOf = (mark: string) => traceEvents.flatMap(({ name, ts }) => (name === mark ? [ts] : [])).sort((one, other) => one - other)
  const changed = timesOf('changed')
  const spans = timesOf('change').map((from, at) => ({ from, to: changed[at] ?? 0 }))
  expect(spans).toHaveLength(4)
  const elements = traceEvents.flatMap(({ name, ts, args }) =>
    name === 'UpdateLayoutTree' && spans.some(({ from, to }) => ts >= from && ts <= to) ? (args?.elementCount ?? []) : [],
  )
  expect(elements.length).toBeGreaterThan(0)
  // Each row itself may be asked whether it is pointed at.
  const rows = await page.locator('[role="feed"] > article').count()
  expect(Math.max(...elements)).toBeLessThan(rows * 3)
  expect(rows * 3).toBeLessThan(mounted / 2)
})

test('when the app itself does not arrive, the page says so', async ({ page, portal }) => {
  await page.addInitScript((webhook) => sessionStorage.setItem('webhook', webhook), portal.webhook)
  await page.route('**/assets/app-*.js', (route) => route.abort())
  await page.goto('/?dialog=chat20&lang=ru')
  await expect(page.getByRole('alert')).toContainText('Приложение не запустилось')
  await page.unroute('**/assets/app-*.js')
  await page.getByRole('button', { name: 'Повторить' }).click()
  await expect(page.getByTestId('message-list')).toBeVisible()
})

for (const { width, theme } of [
  { width: 1280, theme: 'dark' },
  { width: 390, theme: 'light' },
] as const) {
  test(`the page has its shape and its colours before the app does, ${theme}, ${width} px, and nothing jumps when the app comes`, async ({
    timeline,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    let release = () => {}
    const gate = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/assets/app-*.js', async (route) => {
      await gate
      await route.continue()
    })
    const opening = timeline.open('chat20', `&theme=${theme}`)
    const [list, messages] = [page.locator('.placeholder-chats'), page.locator('.placeholder-messages')]
    await expect(messages).toBeVisible()
    await expect(messages).toHaveCSS('background-color', theme === 'dark' ? 'rgb(26, 31, 37)' : 'rgb(255, 255, 255)')
    await expect(list).toBeVisible({ visible: width > 760 })
    const before = { list: await list.boundingBox(), messages: await messages.boundingBox() }
    release()
    await opening
    await expect(messages).toHaveCount(0)
    await timeline.complete()
    // The day has a line of its own above; messages stand at the end in both.
    const [was, now] = [before.messages, await timeline.scroller.boundingBox()]
    expect(now && { x: now.x, width: now.width, end: now.y + now.height }).toEqual(
      was && { x: was.x, width: was.width, end: was.y + was.height },
    )
    if (before.list) expect(await page.getByRole('navigation').boundingBox()).toMatchObject({ ...before.list, width: 295 })
  })
}

test('shapes stand in for the messages at once where files come by the network, and after a while where the browser has kept them', async ({
  page,
  portal,
}) => {
  await portal.configure({ faults: [{ kind: 'latency', ms: 60_000, method: 'im.dialog.messages.get' }] })
  await page.addInitScript((webhook) => sessionStorage.setItem('webhook', webhook), portal.webhook)
  // The two waits of an opening, for the first answer and for the shapes, end when the test says so.
  await page.addInitScript(() => {
    const held: TimerHandler[] = []
    const start = window.setTimeout
    const hold = (work: TimerHandler, ms?: number) => (ms === 120 || ms === 300 ? held.push(work) : start(work, ms))
    Object.assign(window, { setTimeout: hold, held })
  })
  const shape = page.locator('.placeholder-messages i').first()
  const url = '/?dialog=chat20&lang=en'
  await page.goto(url)
  await expect(shape).toBeVisible()
  await page.goto(url)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await expect(shape).toBeHidden()
  await page.evaluate(() => (window as unknown as { held: (() => void)[] }).held.forEach((work) => work()))
  await expect(shape).toBeVisible()
})

test('a page whose styles do not come says so, and comes whole once the network does', async ({ page, portal }) => {
  await page.addInitScript((webhook) => sessionStorage.setItem('webhook', webhook), portal.webhook)
  await page.route('**/assets/app-*.css', (route) => route.abort())
  await page.goto('/?dialog=chat20&lang=en')
  await expect(page.getByRole('alert')).toContainText('Couldn’t start the app')
  await page.unroute('**/assets/app-*.css')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(page.getByTestId('message-list')).toBeVisible()
})
