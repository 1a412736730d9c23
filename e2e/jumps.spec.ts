import { expect, test, type TimelinePage } from './fixtures.ts'
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
  await timeline.placeSaved()
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

test('a message that has gone is said to be gone in its place, and the nearest one is marked', async ({ timeline, portal, page }) => {
  const id = chat.idAt(15_000)
  await portal.vanish('chat20', [id])
  await timeline.open('chat20', `&message=${id}`)
  const next = timeline.scroller.getByRole('article').filter({ has: page.locator(`[data-message-id="${chat.idAt(15_001)}"]`) })
  const note = next.getByText('This message can’t be found.')
  await expect(note).toBeInViewport()
  await expect(timeline.message(chat.idAt(15_001))).toHaveAttribute('data-highlighted', 'true')
  await expect(timeline.message(chat.idAt(14_999))).toBeInViewport()
  // It stays when the mark has gone, and where the reader finds it again.
  await expect(timeline.message(chat.idAt(15_001))).not.toHaveAttribute('data-highlighted', 'true')
  await expect(note).toBeInViewport()
  await page.reload()
  await expect(note).toBeInViewport()
  await timeline.scroller.press('Control+End')
  await expect(timeline.edge('newest')).toBeAttached()
  await expect(page.getByText('This message can’t be found.')).toHaveCount(0)
})

/** Where the row of a message stands once it is there, px. */
const topOf = (timeline: TimelinePage, id: number) =>
  timeline.message(id).evaluate((message) => message.closest('article')?.getBoundingClientRect().top ?? 0)

for (const [by, go] of [
  ['the button', ({ page }: TimelinePage) => page.getByRole('button', { name: /Jump to latest/ }).click()],
  ['a key', ({ scroller }: TimelinePage) => scroller.press('Control+End')],
] as const)
  test(`to the latest by ${by} is a jump: Back returns to the place`, async ({ timeline, page }) => {
    await timeline.open('chat20')
    await timeline.complete()
    // Near, in the window of the end, and far, where that has let go of it.
    for (const px of [1_200, 30_000]) {
      const top = await timeline.scroller.evaluate((list) => list.scrollTop)
      await timeline.gesture(-px, 8_000)
      await timeline.settled()
      expect(await timeline.scroller.evaluate((list) => list.scrollTop)).not.toBe(top)
      const before = await timeline.topmost()
      const entry = () => page.evaluate(() => (history.state as { entry: string }).entry)
      const left = await entry()
      await go(timeline)
      await expect(timeline.message(chat.idAt(19_999))).toBeInViewport()
      await timeline.settled()
      expect(await entry()).not.toBe(left)
      await page.goBack()
      expect(await entry()).toBe(left)
      await expect(timeline.message(before.id)).toBeInViewport()
      await expect.poll(async () => Math.abs((await topOf(timeline, before.id)) - before.top)).toBeLessThanOrEqual(2)
    }
  })

test('a chat is come back to where it was left, with the way to the latest at hand; one left at its end opens at its end', async ({
  timeline,
  page,
}) => {
  await timeline.open('chat20')
  await timeline.complete()
  await timeline.gesture(-3_000, 8_000)
  await timeline.settled()
  const before = await timeline.topmost()
  const other = page.getByRole('link', { name: /Анна Петрова/ })
  const back = page.getByRole('link', { name: /^Deal #8061/ })
  await other.click()
  await expect(timeline.message(seed('547').idAt(259))).toBeInViewport()
  await back.click()
  await expect(timeline.message(before.id)).toBeInViewport()
  await expect.poll(async () => Math.abs((await topOf(timeline, before.id)) - before.top)).toBeLessThanOrEqual(2)
  await page.getByRole('button', { name: /Jump to latest/ }).click()
  await expect(timeline.message(chat.idAt(19_999))).toBeInViewport()
  await timeline.settled()
  await other.click()
  await expect(timeline.message(seed('547').idAt(259))).toBeInViewport()
  await back.click()
  await expect(timeline.message(chat.idAt(19_999))).toBeInViewport()
})
