import type { LogEntry } from '../demo/state/session.ts'
import { expect, test } from './fixtures.ts'
import { firstSince, seed } from './seeds.ts'

test.use({ timezoneId: 'Europe/Moscow' })

/** Of the requests that were made with several calls, those that ask for messages: what they ask for. */
function askedTogether(log: readonly LogEntry[]): string[][] {
  const batches: string[][] = [[]]
  for (const { method, batchKey } of log) {
    if (method === 'batch') batches.push([])
    else if (batchKey !== null) batches.at(-1)?.push(method)
  }
  return batches.filter((methods) => methods.includes('im.dialog.messages.get'))
}

test('a day in the address opens the chat at its first message, which comes in one request', async ({ timeline, portal, page }) => {
  const id = firstSince('chat1000', '2021-06-15')
  await timeline.open('chat1000', '&date=2021-06-15')
  await expect(timeline.message(id)).toHaveAttribute('data-highlighted', 'true')
  await expect(timeline.message(id)).toBeInViewport()
  const { log } = await portal.log()
  expect(askedTogether(log)).toHaveLength(1)
  await timeline.settled()
  expect(await timeline.offsetOf(id)).toBeGreaterThan(100)
  await expect(page).toHaveURL(/dialog=chat1000&date=2021-06-15/)
})

test('a day without messages says so and shows the next one; one after the end shows the newest message', async ({ timeline, page }) => {
  await timeline.open('chat40', '&date=2020-01-01')
  await expect(timeline.message(seed('chat40').idAt(0))).toHaveAttribute('data-highlighted', 'true')
  await expect(page.getByText(/^No messages on 1 January 2020\. Here is the next: \d+ \w+ 2026$/)).toBeVisible()
  await timeline.open('chat40', '&date=2031-01-01')
  await expect(timeline.message(seed('chat40').idAt(899))).toBeInViewport()
  await expect(page.getByText(/^No messages since 1 January 2031\. Here is the newest one: \d+ \w+ 2026$/)).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText(/^No messages/)).toHaveCount(0)
})

for (const [way, settings] of [
  ['lacks', { missingMethods: ['im.dialog.messages.search'] }],
  ['refuses', { refusedMethods: ['im.dialog.messages.search'] }],
] as const)
  test(`where the portal ${way} the search, a day among a million messages is found in five requests`, async ({ timeline, portal }) => {
    await portal.configure(settings)
    const id = firstSince('chat1000', '2021-06-15')
    await timeline.open('chat1000', '&date=2021-06-15')
    await expect(timeline.message(id)).toHaveAttribute('data-highlighted', 'true')
    const { log } = await portal.log()
    expect(askedTogether(log).length).toBeLessThanOrEqual(5)
  })

test('what is no day opens the chat at its end', async ({ timeline, page }) => {
  await timeline.open('chat20', '&date=2024-02-31')
  await expect(timeline.edge('newest')).toBeAttached()
  await expect(page).not.toHaveURL(/date=/)
})

test('a chat without messages opens empty at any day', async ({ timeline, page }) => {
  await timeline.open('chat60', '&date=2024-05-01')
  await expect(page.getByText('No messages yet')).toBeVisible()
  await expect(page).not.toHaveURL(/date=/)
})

test('the calendar leads to a day by keyboard alone, and Back to where the reader was', async ({ timeline, page }) => {
  const id = seed('chat20').idAt(10_000)
  await timeline.open('chat20', `&message=${id}`)
  await timeline.complete()
  // Once it has been scrolled, what is learned of messages in sight waits.
  await timeline.wheel(-200)
  await timeline.settled()
  const before = await timeline.topmost()
  const shown = await timeline.message(before.id).evaluate((message) => {
    const written = message.closest('article')?.querySelector('time')?.dateTime ?? ''
    return new Date(Date.parse(written) + 3 * 3_600_000).toISOString().slice(0, 10)
  })
  const wanted = new Date(Date.parse(shown) - 14 * 86_400_000).toISOString().slice(0, 10)
  const target = firstSince('chat20', wanted)
  await page.getByRole('button', { name: 'Go to date' }).focus()
  await page.keyboard.press('Enter')
  const calendar = page.getByRole('dialog', { name: 'Go to date' })
  await expect(calendar.locator('[data-selected]')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(timeline.message(target)).toHaveAttribute('data-highlighted', 'true')
  await expect(calendar).toHaveCount(0)
  await expect(page).toHaveURL(new RegExp(`date=${wanted}`))
  await timeline.settled()
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`message=${id}`))
  await expect(timeline.message(before.id)).toBeInViewport()
  const top = () => timeline.message(before.id).evaluate((message) => message.closest('article')?.getBoundingClientRect().top ?? 0)
  await expect.poll(async () => Math.abs((await top()) - before.top)).toBeLessThanOrEqual(2)
  await page.goForward()
  await expect(timeline.message(target)).toBeInViewport()
})

test('the heading of a day has a menu of other days, and of the beginning', async ({ timeline, page }) => {
  await timeline.open('chat20', '&date=2024-03-12')
  await timeline.complete()
  await timeline.scroller.getByRole('heading', { level: 2 }).getByRole('button').first().click()
  const menu = page.getByRole('menu', { name: 'Other days' })
  await expect(menu.getByRole('menuitem')).toHaveText(['Today', 'Yesterday', 'A week ago', 'A month ago', 'The beginning', 'A date…'])
  await menu.getByRole('menuitem', { name: 'The beginning' }).click()
  await expect(timeline.message(seed('chat20').idAt(0))).toBeInViewport()
})
