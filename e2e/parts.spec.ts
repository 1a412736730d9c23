import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { seed } from './seeds.ts'

// What has been kept comes without a network as well.
test.use({ firstVisit: true })

const NEWEST = seed('chat20').idAt(19_999)

/** What loads after the first messages does not arrive, until the returned function is called. */
async function withoutLaterParts(page: Page): Promise<() => Promise<void>> {
  const scripts = /\/assets\/(?!(?:index|app|react|rolldown-runtime|en)-)[\w-]+\.js$/
  await page.route(scripts, (route) => route.abort())
  return () => page.unroute(scripts)
}

const retries = (page: Page) => page.getByRole('alert').getByRole('button', { name: /^Retry/ })

test('what did not load is asked for again together, whichever Retry is pressed', async ({ timeline, page }) => {
  const arrive = await withoutLaterParts(page)
  await timeline.open('chat20')
  await expect(timeline.message(NEWEST)).toBeInViewport()
  await expect.poll(() => retries(page).count()).toBeGreaterThan(1)
  await arrive()
  await retries(page).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('searchbox')).toBeVisible()
  await expect(retries(page)).toHaveCount(0)
})

test('what did not load comes by itself once the network is back', async ({ timeline, page, context }) => {
  const arrive = await withoutLaterParts(page)
  await timeline.open('chat20')
  await expect(retries(page).first()).toBeVisible()
  await context.setOffline(true)
  // What tells of it is among what did not load.
  await page.waitForFunction(() => !navigator.onLine)
  await arrive()
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(retries(page)).toHaveCount(0)
})

test('what was opened without a network comes by itself once it is back, and not without its styles', async ({
  timeline,
  page,
  context,
}) => {
  await timeline.open('chat30')
  await timeline.complete()
  const before = await timeline.reading()
  const styles = { missed: new Set<string>(), came: new Set<string>() }
  page.on('requestfailed', (request) => request.resourceType() === 'stylesheet' && styles.missed.add(request.url()))
  page.on('requestfinished', (request) => request.resourceType() === 'stylesheet' && styles.came.add(request.url()))
  await context.setOffline(true)
  await expect(page.getByText('You’re offline')).toBeVisible()
  expect(await timeline.reading()).toEqual(before)
  await page.getByRole('button', { name: /^Members/ }).click()
  await expect(retries(page).first()).toBeVisible()
  await expect.poll(() => styles.missed.size).toBeGreaterThan(0)
  await context.setOffline(false)
  await expect(page.getByRole('tab').first()).toBeVisible()
  await expect(retries(page)).toHaveCount(0)
  await expect(page.getByText('Back online')).toBeVisible()
  for (const missed of styles.missed) expect(styles.came).toContain(missed)
})

test('what fails once more after Retry is looked for on a new page, once, and the reader is where they were', async ({
  timeline,
  page,
}) => {
  await withoutLaterParts(page)
  await timeline.open('chat20', `&message=${seed('chat20').idAt(12_000)}`)
  await expect(timeline.message(seed('chat20').idAt(12_000))).toBeInViewport()
  await expect(retries(page).first()).toBeVisible()
  let pages = 0
  page.on('domcontentloaded', () => pages++)
  // Beside the messages: one in a row far from sight would be scrolled to, and the reader would be there.
  await page
    .locator('[role="alert"] button:not([data-testid="message-list"] *)', { hasText: /^Retry/ })
    .first()
    .click()
  await expect.poll(() => pages).toBe(1)
  await expect(timeline.message(seed('chat20').idAt(12_000))).toBeInViewport()
  await expect(retries(page).first()).toBeVisible()
  expect(pages).toBe(1)
})
