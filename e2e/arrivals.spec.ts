import { expect, test } from './fixtures.ts'

test('a new message appears at the end, and a reader at the end follows', async ({ timeline }) => {
  await timeline.open('chat50')
  await timeline.settled()
  const newest = Math.max(...(await timeline.ids()))
  await expect.poll(async () => Math.max(...(await timeline.ids()))).toBeGreaterThan(newest)
  const latest = Math.max(...(await timeline.ids()))
  await expect(timeline.message(latest)).toBeInViewport()
})

test('a reader who is elsewhere is not moved, and the button counts what has come', async ({ timeline, page }) => {
  await timeline.open('chat50')
  await timeline.settled()
  for (let turn = 0; turn < 3; turn++) {
    await timeline.wheel(-500)
    await timeline.drawn()
  }
  await timeline.settled()
  const before = await timeline.reading()
  const button = page.getByRole('button', { name: /Jump to latest.*\d+ new message/ })
  await expect(button).toBeVisible()
  const top = await timeline.message(before.id).evaluate((row) => row.getBoundingClientRect().top)
  expect(Math.abs(top - before.top)).toBeLessThanOrEqual(1)
  await button.click()
  await expect.poll(() => timeline.scroller.evaluate((list) => list.scrollHeight - list.clientHeight - list.scrollTop)).toBeLessThan(80)
  await expect(page.getByRole('button', { name: /Jump to latest/ })).toHaveCount(0)
})
