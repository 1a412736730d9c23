import { expect, test } from './fixtures.ts'
import { seed } from './seeds.ts'

const chat = seed('chat20')

test('a message in the address is shown a third from the top, highlighted, and is still there two seconds later', async ({
  timeline,
  page,
}) => {
  const id = chat.idAt(10_000)
  await timeline.open('chat20', `&message=${id}`)
  const message = timeline.message(id)
  await expect(message).toHaveAttribute('data-highlighted', 'true')
  await timeline.settled()
  const before = await timeline.offsetOf(id)
  const height = await timeline.scroller.evaluate((list) => list.clientHeight)
  expect(before).toBeGreaterThan(height / 5)
  expect(before).toBeLessThan((2 * height) / 3)
  await page.waitForFunction((since) => performance.now() - since > 2_000, await page.evaluate(() => performance.now()))
  expect(Math.abs((await timeline.offsetOf(id)) - before)).toBeLessThanOrEqual(1)
  await expect(message).not.toHaveAttribute('data-highlighted', 'true')
})

test('a quote leads to its message, and Back returns to the same place', async ({ timeline, page }) => {
  let n = 10_000
  while (!String(chat.messageAt(n, 0).text).includes('#chat20/')) n++
  await timeline.open('chat20', `&message=${chat.idAt(n)}`)
  const show = timeline.message(chat.idAt(n)).getByRole('link', { name: 'Show', exact: true })
  await timeline.settled()
  const before = await timeline.reading()
  await show.click()
  await expect(page).toHaveURL(/message=\d+/)
  await expect(timeline.scroller.locator('[data-highlighted]')).toBeInViewport()
  await timeline.settled()
  await page.goBack()
  await expect
    .poll(async () => Math.abs((await timeline.message(before.id).evaluate((row) => row.getBoundingClientRect().top)) - before.top))
    .toBeLessThanOrEqual(2)
})

test('a far jump opens a window of its own, and Back finds the one that was left without asking again', async ({
  timeline,
  portal,
  page,
}) => {
  await timeline.open('chat20', `&message=${chat.idAt(5_000)}`)
  await timeline.settled()
  await timeline.wheel(-333)
  await timeline.settled()
  const before = await timeline.reading()
  await timeline.scroller.press('Control+Home')
  await expect(timeline.message(chat.idAt(0))).toBeInViewport()
  await timeline.settled()
  const asked = (await portal.log()).log.length
  await page.goBack()
  await expect
    .poll(async () => Math.abs((await timeline.message(before.id).evaluate((row) => row.getBoundingClientRect().top)) - before.top))
    .toBeLessThanOrEqual(2)
  const again = (await portal.log()).log
    .slice(asked)
    .filter((entry) => entry.method === 'im.dialog.messages.get' && Number(entry.params['LIMIT']) === 25)
  expect(again).toEqual([])
})

test('a reload keeps the place', async ({ timeline, page }) => {
  await timeline.open('chat20', `&message=${chat.idAt(5_000)}`)
  await timeline.settled()
  for (let turn = 0; turn < 6; turn++) {
    await timeline.wheel(-250)
    await timeline.drawn()
  }
  const before = await timeline.reading()
  // The place is saved when the list has come to rest.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const anchor = (history.state as { left: { anchor: { id: number; offset: number } } | null }).left?.anchor
        const list = document.querySelector('[data-testid="message-list"]')
        const row = list?.querySelector(`[data-message-id="${anchor?.id}"]`)?.closest('article')
        if (!anchor || !list || !row) return Infinity
        return Math.abs(row.getBoundingClientRect().top - list.getBoundingClientRect().top - anchor.offset)
      }),
    )
    .toBeLessThan(1)
  await page.reload()
  await expect(timeline.message(before.id)).toBeInViewport()
  await expect
    .poll(async () => Math.abs((await timeline.message(before.id).evaluate((row) => row.getBoundingClientRect().top)) - before.top))
    .toBeLessThanOrEqual(2)
})

test('the two halves around a message come in one request', async ({ timeline, portal }) => {
  const id = chat.idAt(12_345)
  await timeline.open('chat20', `&message=${id}`)
  await expect(timeline.message(id)).toBeInViewport()
  const { log } = await portal.log()
  const first = log.filter((entry) => entry.method === 'im.dialog.messages.get').slice(0, 2)
  expect(first.every((entry) => entry.batchKey !== null)).toBe(true)
})

test('plain scrolling makes no history entries', async ({ timeline, page }) => {
  await timeline.open('chat20')
  const entries = await page.evaluate(() => history.length)
  for (let turn = 0; turn < 10; turn++) {
    await timeline.wheel(-700)
    await timeline.drawn()
  }
  expect(await page.evaluate(() => history.length)).toBe(entries)
})

test('a message that has gone is said to be gone, and its place is shown', async ({ timeline, portal, page }) => {
  const id = chat.idAt(15_000)
  await portal.vanish('chat20', [id])
  await timeline.open('chat20', `&message=${id}`)
  await expect(page.getByText('This message can’t be found.')).toBeVisible()
  await expect(timeline.message(chat.idAt(14_999))).toBeInViewport()
})
