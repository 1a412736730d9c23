import { chooseMore, expect, test, type TimelinePage } from './fixtures.ts'
import { sampleId } from './seeds.ts'

async function openPanel(timeline: TimelinePage, dialogId: string, query = '') {
  await timeline.open(dialogId, query)
  const show = timeline.page.getByRole('button', { name: 'Members and files' })
  await show.click()
  return timeline.page.getByRole('complementary', { name: 'Members and files' })
}

test('members are listed and found by name, and lead to their cards and chats', async ({ timeline, page }) => {
  const panel = await openPanel(timeline, 'chat20')
  await expect(panel.getByRole('listitem').first()).toBeVisible()
  await panel.getByRole('searchbox', { name: 'Find by name, author or date' }).fill('smith')
  await expect(panel.getByRole('listitem')).toHaveCount(1)
  await expect(panel.getByRole('listitem')).toContainText('John Smith')
  await panel.getByRole('searchbox').fill('maria kim')
  await panel.getByRole('button', { name: /^Maria Kim/ }).click()
  const card = page.getByTestId('mention-card')
  await expect(card).toContainText('Maria Kim')
  await card.getByRole('link', { name: 'Open chat' }).click()
  await expect(card.getByRole('status')).toHaveText('You have no chat with Maria Kim yet.')
  await expect(page).toHaveURL(/dialog=chat20/)
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await panel.getByRole('searchbox').focus()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Members and files' })).toBeFocused()
})

test('files are those that have been read, until the whole chat has been looked through; each leads to its message', async ({
  timeline,
  portal,
  page,
}) => {
  const panel = await openPanel(timeline, 'chat20')
  const before = await timeline.reading()
  await panel.getByRole('tab', { name: 'Files' }).click()
  await expect(panel.getByRole('status')).toContainText(/Only from messages loaded so far, back to \d+ \w+ \d/)
  const pagesBefore = (await portal.log()).log.length
  await panel.getByRole('button', { name: 'Scan older messages' }).click()
  await expect(panel.getByRole('status')).toContainText('Whole chat scanned.', { timeout: 60_000 })
  expect((await portal.log()).log.filter(({ batchKey }) => batchKey === null).length - pagesBefore).toBeLessThan(60)
  expect((await timeline.reading()).id).toBe(before.id)
  await panel.getByRole('searchbox').fill('договор')
  await expect(panel.getByRole('listitem').first()).toContainText('Договор поставки.pdf')
  await panel.getByRole('searchbox').fill('elena')
  await expect(panel.getByRole('listitem').first()).toContainText('Elena García')
  const link = panel.getByRole('link', { name: 'Show in chat' }).first()
  const id = Number(/message=(\d+)/.exec((await link.getAttribute('href')) ?? '')?.[1])
  await link.click()
  await expect(timeline.message(id)).toBeInViewport()
  await expect(page).toHaveURL(new RegExp(`message=${id}`))
})

test('the panel is as it was left on the way back from another chat, and Back closes it before it leaves', async ({ timeline, page }) => {
  const panel = await openPanel(timeline, 'chat20')
  await panel.getByRole('tab', { name: 'Links' }).click()
  await panel.getByRole('searchbox').fill('example')
  const list = panel.getByRole('group', { name: 'Links' })
  await expect(panel.getByRole('listitem').first()).toBeVisible()
  await page.getByRole('link', { name: /^Photos from the warehouse/ }).click()
  await expect(page).toHaveURL(/dialog=chat30/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Photos from the warehouse')
  await expect(panel).toHaveCount(0)

  await page.goBack()
  await expect(panel.getByRole('tab', { name: 'Links' })).toHaveAttribute('aria-selected', 'true')
  await expect(panel.getByRole('searchbox')).toHaveValue('example')
  await expect(list.getByRole('listitem').first()).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Close the panel' })).not.toBeFocused()

  await page.goForward()
  await expect(page).toHaveURL(/dialog=chat30/)
  await page.goBack()
  await expect(panel).toBeVisible()
  await page.goBack()
  await expect(panel).toHaveCount(0)
  await expect(page).toHaveURL(/dialog=chat20/)
})

test('the messages make room for the panel, and nothing shifts beside the line that is read', async ({ timeline, page }) => {
  let release = () => {}
  const gate = new Promise<void>((resolve) => (release = resolve))
  // What it lists comes so late that no press excuses a shift any more.
  await page.route(/\/Panel-[^/]*\.js/, async (route) => {
    await gate
    await route.continue()
  })
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { hadRecentInput: boolean; value: number })[])
        if (!entry.hadRecentInput) shifts.push(entry.value)
    }).observe({ type: 'layout-shift' })
  })
  await timeline.open('chat20')
  await timeline.complete()
  await timeline.gesture(-4_000, 8_000)
  await timeline.settled()
  const shifts = () => page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.splice(0))
  await shifts()
  const before = await timeline.reading()
  const widthBefore = await timeline.scroller.evaluate((list) => list.clientWidth)
  const show = page.getByRole('button', { name: 'Members and files' })
  const panel = page.getByRole('complementary', { name: 'Members and files' })

  await show.click()
  await expect(panel).toBeVisible()
  const since = await page.evaluate(() => performance.now())
  await page.waitForFunction((from) => performance.now() - from > 600, since)
  release()
  await expect(panel.getByRole('searchbox')).toBeVisible()
  await timeline.settled()
  const room = await timeline.scroller.boundingBox()
  expect((room?.x ?? 0) + (room?.width ?? 0)).toBeLessThanOrEqual((await panel.boundingBox())?.x ?? 0)
  expect((await timeline.reading()).id).toBe(before.id)

  await show.click()
  await expect(panel).toHaveCount(0)
  await timeline.settled()
  expect(await timeline.scroller.evaluate((list) => list.clientWidth)).toBe(widthBefore)
  const { id, top } = await timeline.reading()
  expect(id).toBe(before.id)
  expect(Math.abs(top - before.top)).toBeLessThanOrEqual(1)
  expect(await shifts()).toEqual([])
})

test('media stand side by side and open in the viewer; links name their host; tabs are walked by keyboard', async ({ timeline, page }) => {
  const panel = await openPanel(timeline, 'chat30')
  const tabs = panel.getByRole('tab')
  await tabs.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(panel.getByRole('tab', { name: 'Media' })).toHaveAttribute('aria-selected', 'true')
  await panel
    .getByRole('button', { name: /^Open picture/ })
    .first()
    .click()
  await expect(page.getByRole('dialog', { name: 'Chat pictures' })).toBeVisible()
  await page.keyboard.press('Escape')
  await panel.getByRole('tab', { name: 'Voice' }).click()
  await expect(panel.getByRole('button', { name: /^Play/ }).first()).toBeVisible()
})

for (const [lang, name] of [
  ['en', 'Members and files'],
  ['ru', 'Участники и файлы'],
] as const) {
  test(`at 320 px the panel covers the chat, its tabs fit and nothing scrolls sideways, ${lang}`, async ({ timeline, page }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await timeline.open('chat1')
    await page.goto(`/?dialog=chat1&lang=${lang}`)
    await chooseMore(page, name)
    const panel = page.getByRole('dialog', { name })
    await expect(panel.getByRole('listitem').first()).toBeVisible()
    const tabs = await panel.getByRole('tab').all()
    for (const tab of tabs) {
      await tab.click()
      await expect(tab).toBeInViewport({ ratio: 1 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    }
    const rows = new Set(await Promise.all(tabs.map(async (tab) => (await tab.boundingBox())?.y)))
    expect(rows.size, 'rows of tabs').toBe(1)
    const last = await tabs.at(-1)?.boundingBox()
    expect((last?.x ?? 320) + (last?.width ?? 0)).toBeLessThanOrEqual(320 - 8)
  })
}

test('code is coloured without a change in the page', async ({ timeline, page }) => {
  const id = sampleId('code block')
  await timeline.open('chat1', `&message=${id}`)
  const code = timeline.message(id).locator('pre').first()
  const height = (await code.boundingBox())?.height
  await expect
    .poll(() => page.evaluate(() => [...CSS.highlights.values()].reduce((count, highlight) => count + highlight.size, 0)))
    .toBeGreaterThan(0)
  expect((await code.boundingBox())?.height).toBe(height)
  await expect(code.locator('*')).toHaveCount(0)
})
