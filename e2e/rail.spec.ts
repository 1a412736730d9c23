import type { Locator, Page } from '@playwright/test'
import type { LogEntry } from '../demo/state/session.ts'
import { expect, test } from './fixtures.ts'
import { firstSince, seed } from './seeds.ts'

test.use({ timezoneId: 'Europe/Moscow' })

const railOf = (page: Page) => page.getByRole('slider', { name: 'Timeline' })

/** The day that the rail says, `YYYY-MM-DD`: it is spoken as “Friday, 22 October 2021”. */
async function saidBy(rail: Locator): Promise<string> {
  const said = (await rail.getAttribute('aria-valuetext')) ?? ''
  return new Date(`${said.replace(/^\w+,? /, '')} 12:00 UTC`).toISOString().slice(0, 10)
}

/** Presses the rail at a share of its height and pulls it to another. */
async function drag(page: Page, rail: Locator, from: number, to: number): Promise<void> {
  const box = await rail.boundingBox()
  if (!box) throw new Error('there is no rail')
  const x = box.x + box.width / 2
  await page.mouse.move(x, box.y + box.height * from)
  await page.mouse.down()
  for (let step = 1; step <= 8; step++) await page.mouse.move(x, box.y + box.height * (from + ((to - from) * step) / 8))
}

test('the rail says where the reader is, and dragging it leads to the first message of a day in one request; Back to the pixel', async ({
  timeline,
  page,
  portal,
}) => {
  await timeline.open('chat1000')
  const rail = railOf(page)
  await expect(rail).toHaveAttribute('aria-valuetext', /^\w+,? 13 November 2026$/)
  await expect(rail).toHaveAttribute('aria-valuenow', (await rail.getAttribute('aria-valuemax')) ?? '')
  await timeline.wheel(-300)
  await timeline.settled()
  const before = await timeline.topmost()
  const entries = await page.evaluate(() => history.length)
  const lastButOne = seed('chat1000').idAt(seed('chat1000').count(0) - 2)
  const asked = (await portal.log()).log.length
  await drag(page, rail, 0.9, 0.4)
  const day = await saidBy(rail)
  expect(day > '2020-01-01' && day < '2022-12-31').toBe(true)
  // New messages are looked for all the time, from the last but one; some time after a stop, what else is known of the messages there.
  const isLookup = ({ method, params, batchKey }: LogEntry) =>
    method === 'im.dialog.messages.search' &&
    batchKey === null &&
    Object.keys(params).every((key) => ['CHAT_ID', 'ORDER', 'LIMIT', 'LAST_ID'].includes(key))
  const isOfOthers = (entry: LogEntry) => entry.params['FIRST_ID'] === String(lastButOne) || isLookup(entry)
  const isForThis = (entry: LogEntry) => entry.method !== 'batch' && !isOfOthers(entry)
  expect((await portal.log()).log.slice(asked).filter(isForThis), 'nothing is asked for on the way').toEqual([])
  await page.mouse.up()
  const target = firstSince('chat1000', day)
  await expect(timeline.message(target)).toHaveAttribute('data-highlighted', 'true')
  const since = (await portal.log()).log.slice(asked).filter(isForThis)
  const ofOne = ['first', 'last', 'found', 'below', 'above']
  expect(
    since.slice(0, 5).map(({ batchKey }) => batchKey),
    'the day, and what is around it, come together',
  ).toEqual(ofOne)
  expect(since.filter(({ batchKey }) => batchKey === 'found')).toHaveLength(1)
  expect(await page.evaluate(() => history.length)).toBe(entries + 1)
  await timeline.settled()
  await expect.poll(() => saidBy(rail)).toBe(day)
  await page.goBack()
  await expect(timeline.message(before.id)).toBeInViewport()
  const top = () => timeline.message(before.id).evaluate((message) => message.closest('article')?.getBoundingClientRect().top ?? 0)
  await expect.poll(async () => Math.abs((await top()) - before.top)).toBeLessThanOrEqual(2)
})

test('Escape lets go of the rail, and the wheel over it scrolls the messages', async ({ timeline, page }) => {
  await timeline.open('chat20')
  const rail = railOf(page)
  await expect(rail).toBeVisible()
  const address = page.url()
  const said = await saidBy(rail)
  await drag(page, rail, 0.9, 0.2)
  expect(await saidBy(rail)).not.toBe(said)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await saidBy(rail)).toBe(said)
  const before = await timeline.scroller.evaluate((list) => list.scrollTop)
  await page.mouse.wheel(0, -200)
  await expect.poll(() => timeline.scroller.evaluate((list) => list.scrollTop)).toBeLessThan(before)
  expect(page.url()).toBe(address)
})

test('by keyboard a day, a month and the ends are said at once and gone to when the keys rest; Enter goes at once, into the messages', async ({
  timeline,
  page,
}) => {
  await timeline.open('chat20', '&date=2024-03-12')
  const rail = railOf(page)
  await expect.poll(() => rail.isVisible()).toBe(true)
  await expect.poll(() => saidBy(rail)).toBe('2024-03-12')
  await rail.focus()
  await page.keyboard.press('PageUp')
  expect(await saidBy(rail)).toBe('2024-02-12')
  await page.keyboard.press('ArrowDown')
  expect(await saidBy(rail)).toBe('2024-02-13')
  await page.keyboard.press('Enter')
  const message = timeline.message(firstSince('chat20', '2024-02-13'))
  await expect(message).toHaveAttribute('data-highlighted', 'true')
  await expect(page.locator('article:focus')).toContainText((await message.locator('[data-message-text]').textContent()) ?? '')
  await rail.focus()
  await page.keyboard.press('Home')
  await expect(timeline.message(seed('chat20').idAt(0))).toBeInViewport()
  await expect(rail).toHaveAttribute('aria-valuenow', '0')
  await expect(rail).toBeFocused()
})

test('at 320 px it is a strip that shows while one scrolls, can be dragged by a finger, and takes no word away', async ({
  timeline,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await timeline.open('chat20', '&date=2024-03-12')
  await timeline.complete()
  const rail = railOf(page)
  await expect(rail).toHaveCSS('opacity', '0')
  await timeline.wheel(-400)
  await expect(rail).toHaveCSS('opacity', '1')
  const box = await rail.boundingBox()
  if (!box) throw new Error('there is no rail')
  const now = Number(await rail.getAttribute('aria-valuenow')) / Number(await rail.getAttribute('aria-valuemax'))
  const grip = { x: box.x + box.width - 6, y: box.y + box.height * now }
  await page.mouse.move(grip.x, grip.y)
  await page.mouse.down()
  for (let step = 1; step <= 5; step++) await page.mouse.move(grip.x, grip.y + step * 20)
  const day = await saidBy(rail)
  expect(day > '2024-04-01').toBe(true)
  await page.mouse.up()
  await expect(timeline.message(firstSince('chat20', day))).toHaveAttribute('data-highlighted', 'true')
})

test('a portal that knows no ids but those of its messages has a rail nevertheless, with what was read', async ({
  timeline,
  page,
  portal,
}) => {
  await portal.configure({ unknownCursor: 'empty' })
  await timeline.open('chat20')
  const rail = railOf(page)
  await expect(rail).toBeVisible()
  await drag(page, rail, 0.9, 0.5)
  const day = await saidBy(rail)
  await page.mouse.up()
  await expect(timeline.message(firstSince('chat20', day))).toHaveAttribute('data-highlighted', 'true')
  await portal.configure({ unknownCursor: 'empty', missingMethods: ['im.dialog.messages.search'] })
  await drag(page, rail, 0.9, 0.2)
  await page.mouse.up()
  await expect(page.getByRole('alert')).toContainText('Couldn’t go to')
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
