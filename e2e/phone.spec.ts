import type { Locator } from '@playwright/test'
import { chooseMore, expect, test, type TimelinePage } from './fixtures.ts'

const at = (number: number): number => 300_000 + number * 3
const ALBUM = at(7)

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

/** A finger rests on something until what it opens is there. */
async function longPress({ page }: TimelinePage, target: Locator, opened: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('there is nothing to press')
  const cdp = await page.context().newCDPSession(page)
  const point = { x: box.x + Math.min(box.width / 2, 80), y: box.y + box.height / 2 }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
  await expect(opened).toBeVisible()
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

async function openAlbum(timeline: TimelinePage) {
  await timeline.open('chat30', `&message=${ALBUM}`)
  await timeline.complete()
  const { page } = timeline
  return {
    picture: timeline.message(ALBUM).getByRole('button', { name: /^Open/ }).first(),
    sheet: page.getByRole('dialog', { name: 'Message actions' }),
  }
}

test('Back closes what is open, one after the other, before it leaves the chat', async ({ timeline, page }) => {
  await timeline.open('chat20')
  const { picture, sheet } = await openAlbum(timeline)
  const viewer = page.locator('.yarl__portal')
  const chat = page.url()
  await picture.tap()
  await expect(viewer).toBeVisible()
  await page.goBack()
  await expect(viewer).toHaveCount(0)
  await longPress(timeline, picture, sheet)
  await page.goBack()
  await expect(sheet).toHaveCount(0)
  await page.getByRole('button', { name: 'Show chats' }).tap()
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('searchbox')).not.toBeVisible()
  await chooseMore(page, 'Members and files')
  await expect(page.getByRole('tablist')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('tablist')).toHaveCount(0)
  expect(page.url()).toBe(chat)
  await page.goBack()
  await expect(page).toHaveURL(/dialog=chat20/)
})

test('a long press on a picture opens the menu as a sheet, from where taps on whatever is sent select it', async ({ timeline, page }) => {
  const { picture, sheet } = await openAlbum(timeline)
  const bar = page.getByRole('toolbar', { name: 'Selected messages' })
  await longPress(timeline, picture, sheet)
  await sheet.getByRole('menuitem', { name: 'Select' }).tap()
  await expect(sheet).toHaveCount(0)
  await expect(bar).toContainText('1 message selected')
  await timeline.message(at(8)).locator('img, [data-message-text]').first().tap()
  await expect(bar).toContainText('2 messages selected')
  await picture.tap()
  await expect(bar).toContainText('1 message selected')
  await expect(page.locator('.yarl__portal')).toHaveCount(0)
  await page.goBack()
  await expect(bar).toHaveCount(0)
})

/** A finger draws something downwards, far enough to put it away. */
async function swipeDown(timeline: TimelinePage, from: { readonly x: number; readonly y: number }): Promise<void> {
  const cdp = await timeline.page.context().newCDPSession(timeline.page)
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
  for (let step = 1; step <= 10; step++) {
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: from.x, y: from.y + step * 30 }] })
    await timeline.frame()
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('the viewer goes down with the finger, and the messages are where they were', async ({ timeline, page }) => {
  const { picture } = await openAlbum(timeline)
  const before = await timeline.reading()
  await picture.tap()
  const viewer = page.getByRole('dialog', { name: 'Chat pictures' })
  await expect(viewer.locator('img').first()).toBeVisible()
  await swipeDown(timeline, { x: 195, y: 400 })
  await expect(page.locator('.yarl__portal')).toHaveCount(0)
  expect(await timeline.reading()).toEqual(before)
  // Its entry of the history went with it.
  await expect.poll(() => page.evaluate(() => (history.state as { layer?: string }).layer)).toBeUndefined()
})

test('what is told of the network leaves the field of the chat list free', async ({ timeline, page, context }) => {
  const chats = page.waitForResponse('**/im.recent.list')
  await timeline.open('chat20')
  await timeline.complete()
  await chats
  await context.setOffline(true)
  await expect(page.getByText('You’re offline')).toBeVisible()
  await page.getByRole('button', { name: 'Show chats' }).tap()
  // Nothing lies over it.
  await page.getByRole('searchbox').tap()
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.getByRole('link', { name: /Northern warehouse/ }).tap({ trial: true })
})

test('the sheet goes down with the finger', async ({ timeline }) => {
  const { picture, sheet } = await openAlbum(timeline)
  await longPress(timeline, picture, sheet)
  const box = await sheet.boundingBox()
  if (!box) throw new Error('there is no sheet')
  expect(box.y + box.height).toBeCloseTo(844, 0)
  await swipeDown(timeline, { x: box.x + box.width / 2, y: box.y + 10 })
  await expect(sheet).toHaveCount(0)
})
