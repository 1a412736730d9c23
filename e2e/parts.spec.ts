import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { seed } from './seeds.ts'

const NEWEST = seed('chat20').idAt(19_999)

/** What loads after the first messages does not arrive, until the returned function is called. */
async function withoutLaterParts(page: Page): Promise<() => Promise<void>> {
  const scripts = /\/assets\/(?!(?:index|app|rolldown-runtime|en)-)[\w-]+\.js$/
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
  await expect(page.getByText('You are offline')).toBeVisible()
  await arrive()
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(retries(page)).toHaveCount(0)
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
