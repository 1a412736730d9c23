import { expect, test, type TimelinePage } from './fixtures.ts'
import { sampleId } from './seeds.ts'

async function openPanel(timeline: TimelinePage, dialogId: string, query = '') {
  await timeline.open(dialogId, query)
  const show = timeline.page.getByRole('button', { name: 'Members and files' })
  await show.click()
  return timeline.page.getByRole('complementary', { name: 'Members and files' })
}

test('members are listed and found by name, and lead to their dialogs', async ({ timeline, page }) => {
  const panel = await openPanel(timeline, 'chat20')
  await expect(panel.getByRole('listitem').first()).toBeVisible()
  await panel.getByRole('searchbox', { name: 'Find by name, author or date' }).fill('smith')
  await expect(panel.getByRole('listitem')).toHaveCount(1)
  await expect(panel.getByRole('listitem')).toContainText('John Smith')
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

test('at 320 px the panel covers the chat and nothing scrolls sideways', async ({ timeline, page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  const panel = await openPanel(timeline, 'chat1')
  await expect(panel.getByRole('listitem').first()).toBeVisible()
  for (const tab of await panel.getByRole('tab').all()) {
    await tab.click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  }
})

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
