import type { LogEntry } from '../demo/state/session.ts'
import { expect, test } from './fixtures.ts'
import { seed } from './seeds.ts'

test.use({ timezoneId: 'Europe/Moscow' })

/** The first message of a chat since a day began on the portal's clock, which is the reader's. */
function firstSince(dialogId: string, day: string): number {
  const chat = seed(dialogId)
  let [low, high] = [0, chat.count(0)]
  while (low < high) {
    const middle = (low + high) >> 1
    if (chat.messageAt(middle, 0).date.slice(0, 10) < day) low = middle + 1
    else high = middle
  }
  return chat.idAt(low)
}

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

test('a chat without messages opens empty at any day', async ({ timeline, page }) => {
  await timeline.open('chat60', '&date=2024-05-01')
  await expect(page.getByText('No messages yet')).toBeVisible()
  await expect(page).not.toHaveURL(/date=/)
})
