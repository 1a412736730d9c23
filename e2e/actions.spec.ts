import type { Page } from '@playwright/test'
import { expect, PORTAL, test, type TimelinePage } from './fixtures.ts'
import { sampleId } from './seeds.ts'

const RUSSIAN = sampleId('plain russian')
const ENGLISH = sampleId('plain english')

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
})

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** Message actions load after the messages. */
async function open(timeline: TimelinePage, id: number): Promise<void> {
  await timeline.open('chat1', `&message=${id}`)
  await expect(timeline.page.locator('[data-testid="message-actions"]')).toBeAttached()
}

test('the button at a message opens its menu, by which its text is copied', async ({ timeline, page }) => {
  await open(timeline, RUSSIAN)
  await timeline.message(RUSSIAN).hover()
  await page.getByRole('button', { name: 'Message actions' }).click()
  const menu = page.getByRole('menu', { name: 'Message actions' })
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await menu.getByRole('menuitem', { name: 'Copy text' }).click()
  await expect(menu).toHaveCount(0)
  await expect.poll(() => clipboard(page)).toBe('Доброе утро! Счёт готов, отправляю сегодня.')
})

test('the menu of the button goes when its message is scrolled away', async ({ timeline, page }) => {
  await open(timeline, RUSSIAN)
  await timeline.message(RUSSIAN).hover()
  await page.getByRole('button', { name: 'Message actions' }).click()
  const menu = page.getByRole('menu', { name: 'Message actions' })
  await expect(menu).toBeVisible()
  await timeline.scroller.evaluate((list) => list.scrollBy(0, 200))
  await expect(menu).toHaveCount(0)
})

test('by keyboard alone: the menu opens at the message, walks and closes back to it', async ({ timeline, page }) => {
  await open(timeline, RUSSIAN)
  const row = page.locator(`[data-row-key="m${RUSSIAN}"]`)
  await row.focus()
  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: 'Copy text' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(menu.getByRole('menuitem', { name: 'Copy as quote' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect
    .poll(() => clipboard(page))
    .toMatch(new RegExp(`^-{54}\\nАнна Петрова \\[\\d\\d\\.\\d\\d\\.2026 \\d\\d:\\d\\d UTC\\+3\\] #chat1/${RUSSIAN}\\n`))
  await expect(row).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(row).toBeFocused()
})

test('a link to a message leads to it', async ({ timeline, page }) => {
  await open(timeline, RUSSIAN)
  await timeline.message(RUSSIAN).locator('[data-message-text]').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Copy link' }).click()
  await expect.poll(() => clipboard(page)).toContain(`message=${RUSSIAN}`)
  expect(await clipboard(page)).not.toContain('/rest/')
})

test('a message is copied as evidence: who, when to the second and in UTC, where, and its address in the portal', async ({
  timeline,
  page,
}) => {
  await open(timeline, RUSSIAN)
  await timeline.message(RUSSIAN).locator('[data-message-text]').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Copy as evidence' }).click()
  await expect.poll(() => clipboard(page)).toContain(`Message ID: ${RUSSIAN}`)
  const text = await clipboard(page)
  expect(text).toMatch(/^Chat: .+ \(chat1\)$/m)
  expect(text).toMatch(/^Author: Анна Петрова \(ID \d+\)$/m)
  expect(text).toMatch(/^Time: \d\d\.\d\d\.2026 \d\d:\d\d:\d\d UTC\+3 \(\d\d\.\d\d\.2026 \d\d:\d\d:\d\d UTC\)$/m)
  expect(text).toContain(`${PORTAL}/online/?IM_DIALOG=chat1&IM_MESSAGE=${RUSSIAN}`)
  expect(text).toMatch(/^ {4}Доброе утро!/m)
  const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0]?.getType('text/html'))?.text())
  expect(html).toContain('<table')
})

test('details show everything that the portal sent, to be copied', async ({ timeline, page }) => {
  const id = sampleId('edited')
  await open(timeline, id)
  await timeline.message(id).locator('[data-message-text]').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Details' }).click()
  const details = page.getByRole('dialog', { name: `Message ${id}` })
  await expect(details).toContainText('edited')
  await expect(details.locator('pre').last()).toContainText('"IS_EDITED": "Y"')
  await details.locator('section', { hasText: 'JSON' }).getByRole('button', { name: 'Copy' }).click()
  await expect.poll(async () => (JSON.parse(await clipboard(page)) as { id: number }).id).toBe(id)
  await page.keyboard.press('Escape')
  await expect(details).toHaveCount(0)
})

const LINES = /^\[\d\d\.\d\d\.\d{4} \d\d:\d\d UTC\+3\] [^:]+: .+\n\[\d\d\.\d\d\.\d{4} \d\d:\d\d UTC\+3\] Анна Петрова: Доброе утро!/

test('messages chosen with Shift and clicks are copied with time and author, as text and as HTML', async ({ timeline, page }) => {
  await open(timeline, RUSSIAN)
  await timeline
    .message(ENGLISH)
    .locator('[data-message-text]')
    .click({ modifiers: ['Shift'] })
  await timeline
    .message(RUSSIAN)
    .locator('[data-message-text]')
    .click({ modifiers: ['Shift'] })
  const bar = page.getByRole('toolbar', { name: 'Selected messages' })
  await expect(bar).toContainText('2 messages selected')
  await page.keyboard.press('Control+c')
  await expect.poll(() => clipboard(page)).toMatch(LINES)
  const html = await page.evaluate(async () => (await (await navigator.clipboard.read())[0]?.getType('text/html'))?.text())
  expect(html).toMatch(/<b>\[.*Анна Петрова:<\/b>/)
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
})

test('messages are chosen with Shift and arrows as well', async ({ timeline, page }) => {
  await open(timeline, RUSSIAN)
  await page.locator(`[data-row-key="m${ENGLISH}"]`).focus()
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('toolbar', { name: 'Selected messages' })
  await expect(bar).toContainText('2 messages selected')
  await bar.getByRole('button', { name: 'Copy' }).click()
  await expect.poll(() => clipboard(page)).toMatch(LINES)
})

test('messages that are dragged over with the mouse are copied alike', async ({ timeline, page }) => {
  await open(timeline, RUSSIAN)
  const from = await timeline.message(ENGLISH).locator('[data-message-text]').boundingBox()
  const to = await timeline.message(RUSSIAN).locator('[data-message-text]').boundingBox()
  if (!from || !to) throw new Error('the messages are not there')
  await page.mouse.move(from.x + 2, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 120, to.y + 10, { steps: 8 })
  await page.mouse.up()
  await page.keyboard.press('Control+c')
  await expect.poll(() => clipboard(page)).toMatch(LINES)
})
