import { expect, PORTAL, test } from './fixtures.ts'
import { seed } from './seeds.ts'

const chat = seed('chat20')
const READER = 503
const authorOf = (n: number) => Number(chat.messageAt(n, 0).author_id)
const mentionsReader = (n: number) =>
  authorOf(n) !== READER && authorOf(n) > 0 && String(chat.messageAt(n, 0).text).includes(`[USER=${READER}`)

/** The nearest message before, or after, that is meant. */
function beside(n: number, step: 1 | -1, isMeant: (n: number) => boolean): number {
  let at = n + step
  while (!isMeant(at)) at += step
  return at
}

test('from the newest page a button with the count leads to the first unread message, and is gone once that is there', async ({
  timeline,
  page,
  portal,
}) => {
  await timeline.open('chat40')
  const unread = page.getByRole('button', { name: /^First unread/ })
  await expect(unread).toHaveAccessibleName('First unread 400 unread messages')
  await unread.click()
  const first = timeline.message(seed('chat40').idAt(500))
  await expect(first).toHaveAttribute('data-highlighted', 'true')
  await expect(timeline.scroller.getByText('New messages')).toBeInViewport()
  await expect(unread).toHaveCount(0)
  await timeline.settled()
  const height = await timeline.scroller.evaluate((list) => list.clientHeight)
  expect(await timeline.offsetOf(seed('chat40').idAt(500))).toBeLessThan(height / 2)
  await page.goBack()
  await expect(timeline.message(seed('chat40').idAt(899))).toBeInViewport()
  await expect(unread).toHaveCount(0)
  expect((await portal.log()).writing).toEqual([])
})

for (const [portalThat, settings] of [
  ['searches', {}],
  ['has no search', { missingMethods: ['im.dialog.messages.search'] }],
] as const)
  test(`keys lead from mention to mention of the reader, on a portal that ${portalThat}`, async ({ timeline, page, portal }) => {
    await portal.configure(settings)
    const latest = beside(20_000, -1, mentionsReader)
    const before = beside(latest, -1, mentionsReader)
    await timeline.open('chat20')
    await timeline.complete()
    await page.keyboard.press('m')
    await expect(timeline.message(chat.idAt(latest))).toHaveAttribute('data-highlighted', 'true')
    await expect(page.getByText('This is the latest one.').first()).toBeVisible()
    await page.keyboard.press('Shift+M')
    await expect(timeline.message(chat.idAt(before))).toHaveAttribute('data-highlighted', 'true')
    await expect(timeline.message(chat.idAt(before))).toBeInViewport()
    await page.keyboard.press('m')
    await expect(timeline.message(chat.idAt(latest))).toHaveAttribute('data-highlighted', 'true')
    await page.goBack()
    await expect(timeline.message(chat.idAt(before))).toBeInViewport()
  })

test('keys and buttons lead through what one person wrote', async ({ timeline, page }) => {
  const n = beside(10_000, 1, (at) => authorOf(at) > 0)
  const isHis = (at: number) => authorOf(at) === authorOf(n)
  await timeline.open('chat20', `&message=${chat.idAt(n)}`)
  await timeline.complete()
  await timeline.message(chat.idAt(n)).click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Previous message: / }).click()
  const older = beside(n, -1, isHis)
  await expect(timeline.message(chat.idAt(older))).toHaveAttribute('data-highlighted', 'true')
  await page.keyboard.press('p')
  await expect(timeline.message(chat.idAt(n))).toHaveAttribute('data-highlighted', 'true')
  const next = page.getByRole('button', { name: /^Next message: / })
  await next.click()
  const newer = beside(n, 1, isHis)
  await expect(timeline.message(chat.idAt(newer))).toHaveAttribute('data-highlighted', 'true')
  await expect(next).toBeFocused()
  await next.press('Escape')
  await expect(next).toHaveCount(0)
})

test('an address of the portal’s messenger, pasted where a chat is looked for, opens its message; one of a day opens the day', async ({
  timeline,
  page,
}) => {
  await timeline.open('chat40')
  const field = page.getByRole('searchbox', { name: 'Find a chat' })
  await field.fill(`${PORTAL}/online/?IM_DIALOG=chat20&IM_MESSAGE=${chat.idAt(7_000)}`)
  await page.getByRole('link', { name: /^Go to message .*Deal #8061/ }).click()
  await expect(timeline.message(chat.idAt(7_000))).toHaveAttribute('data-highlighted', 'true')
  await expect(page).toHaveURL(new RegExp(`dialog=chat20&message=${chat.idAt(7_000)}`))
  await field.fill(new URL('/?dialog=chat20&date=2024-03-02', page.url()).href)
  await field.press('Enter')
  await expect(page).toHaveURL(/dialog=chat20&date=2024-03-02/)
  await expect(timeline.scroller.locator('[data-highlighted]')).toBeInViewport()
  await page.goBack()
  await expect(timeline.message(chat.idAt(7_000))).toBeInViewport()
})

test('days later a chat is found where it was left, in whatever tab', async ({ timeline, page }) => {
  await timeline.open('chat20')
  await timeline.complete()
  await timeline.gesture(-3_000, 8_000)
  await timeline.settled()
  const before = await timeline.topmost()
  // As when all tabs were closed in between.
  await page.evaluate(() => sessionStorage.clear())
  await page.goto('/?lang=en')
  await page.getByRole('link', { name: /^Deal #8061/ }).click()
  await expect(timeline.message(before.id)).toBeInViewport()
  await expect.poll(async () => Math.abs((await timeline.topmost()).top - before.top)).toBeLessThanOrEqual(2)
  expect((await timeline.topmost()).id).toBe(before.id)
})

test('among pictures that load slowly the target stays where it came to stand, scrolling on from it goes where it is turned to, and Back and Forward return to the pixel', async ({
  timeline,
  page,
}) => {
  const pictures = seed('chat30')
  const target = pictures.idAt(160)
  const placeOf = async (id: number) => (await timeline.offsetOf(id)) - (await timeline.scroller.evaluate((list) => list.clientTop))
  await timeline.open('chat30', `&message=${target}`)
  await expect(timeline.message(target)).toHaveAttribute('data-highlighted', 'true')
  const height = await timeline.scroller.evaluate((list) => list.clientHeight)
  const arrived = await placeOf(target)
  expect(arrived).toBeGreaterThan(height / 5)
  expect(arrived).toBeLessThan(height / 2)
  const since = await page.evaluate(() => performance.now())
  await page.waitForFunction((then) => performance.now() - then > 2_000, since)
  await timeline.settled()
  expect(Math.abs((await placeOf(target)) - arrived)).toBeLessThanOrEqual(1)

  for (const px of [-180, -180, -180, -180, 180, 180, 180, 180, 180, 180, 180, 180]) {
    const { id, top } = await timeline.reading()
    await timeline.wheel(px)
    await timeline.settled()
    const now = await timeline.message(id).evaluate((row) => row.getBoundingClientRect().top)
    expect(Math.abs(now - top + px), `${id} by ${px}`).toBeLessThanOrEqual(2)
  }

  const before = await timeline.topmost()
  await timeline.scroller.press('Control+Home')
  await expect(timeline.edge('oldest')).toBeInViewport()
  await timeline.settled()
  await timeline.wheel(333)
  await timeline.settled()
  await timeline.placeSaved()
  const there = await timeline.topmost()
  for (const [go, place] of [
    [() => page.goBack(), before],
    [() => page.goForward(), there],
    [() => page.goBack(), before],
  ] as const) {
    await go()
    await expect(timeline.message(place.id)).toBeInViewport()
    await timeline.settled()
    await timeline.stands(place)
  }
})
