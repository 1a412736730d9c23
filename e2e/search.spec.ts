import { expect, test } from './fixtures.ts'

const hits = 'a[data-hit-id]'

test('an address with a query opens the search; a hit leads to its message beside it, and Back leads back', async ({
  timeline,
  portal,
  page,
}) => {
  await timeline.open('chat1000', `&q=${encodeURIComponent('договор')}`)
  const results = page.getByRole('search')
  await expect(results.locator(hits).first()).toBeVisible()
  await expect(results.getByRole('status')).toHaveText(/^200 messages\. Searched \d+ \w+ \d{4} to today\.$/)
  const asked = () => portal.log().then(({ log }) => log.filter(({ params }) => 'SEARCH_MESSAGE' in params))
  expect(await asked()).toHaveLength(1)
  await expect(results.locator('mark').first()).toHaveText(/договор/i)

  const id = Number(await results.locator(hits).nth(5).getAttribute('data-hit-id'))
  await results.locator(hits).nth(5).click()
  await expect(timeline.message(id)).toBeInViewport()
  await expect(page).toHaveURL(new RegExp(`message=${id}`))
  await expect(page).toHaveURL(/q=/)
  await expect(results.locator('[aria-current="true"]')).toHaveAttribute('data-hit-id', String(id))

  await results.getByRole('button', { name: 'Continue' }).click()
  await expect(results.getByRole('status')).toHaveText(/^399 messages\..* to today\.$/)
  await page.goBack()
  await expect(page).not.toHaveURL(/message=/)
  await expect(results).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(results).toHaveCount(0)
  await expect(page).not.toHaveURL(/q=/)
})

test('a search that was opened is there again after a reload, in its own entry, and so is one beside a day', async ({ timeline, page }) => {
  await timeline.open('chat20', `&date=2024-03-12&q=${encodeURIComponent('договор')}`)
  const box = page.getByRole('combobox', { name: 'Search in this chat' })
  await expect(box).toHaveValue('договор')
  await expect(page).toHaveURL(/date=2024-03-12&q=/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await box.fill('пожалуйста')
  await expect(page).toHaveURL(new RegExp(encodeURIComponent('пожалуйста')))
  await page.reload()
  await expect(box).toHaveValue('пожалуйста')
  await expect(page.getByRole('search').locator(hits).first()).toBeVisible()
  await page.goBack()
  await expect(box).toHaveCount(0)
  await expect(page).toHaveURL(/date=2024-03-12$/)
  // What servers would refuse to be asked for stays out of the address.
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await box.fill('слово '.repeat(900))
  await expect(page.getByRole('search').getByRole('status')).toContainText('Searched')
  expect((await page.reload())?.status()).toBe(200)
})

test('conditions hold: everything that is found is by that person, of those days, and has a picture', async ({ timeline, page }) => {
  await timeline.open('chat20', `&q=${encodeURIComponent('from:anna on:2026-08 has:image')}`)
  const results = page.getByRole('search')
  await expect(results.getByRole('status')).toContainText('Searched 1 August 2026 to 31 August 2026.')
  const times = await results.locator(`${hits} time`).evaluateAll((all) => all.map((time) => time.getAttribute('datetime')?.slice(0, 7)))
  expect(times.length).toBeGreaterThan(0)
  expect(new Set(times)).toEqual(new Set(['2026-08']))
  for (const text of await results.locator(hits).allTextContents()) expect(text).toMatch(/^Anna|^Анна/)
})

test('a portal without search is read through, and it says so', async ({ timeline, portal, page }) => {
  await portal.configure({ missingMethods: ['im.dialog.messages.search'] })
  await timeline.open('chat40')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByRole('combobox', { name: 'Search in this chat' }).fill('договор')
  const results = page.getByRole('search')
  await expect(results.getByRole('status')).toContainText(
    'Searched the whole chat. The portal offers no search here, so messages are read one by one.',
  )
  const id = Number(await results.locator(hits).first().getAttribute('data-hit-id'))
  await results.locator(hits).first().click()
  await expect(timeline.message(id)).toBeInViewport()
  expect((await portal.log()).writing).toEqual([])
})

test('on a phone a hit takes the place of the list, and Back leads to the list at the same place', async ({ timeline, page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await timeline.open('chat20')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByRole('combobox', { name: 'Search in this chat' }).fill('договор')
  const results = page.getByRole('search')
  const hit = results.locator(hits).nth(60)
  await hit.scrollIntoViewIfNeeded()
  const top = (await hit.boundingBox())?.y ?? 0
  const id = Number(await hit.getAttribute('data-hit-id'))
  await hit.click()
  await expect(results).toHaveCount(0)
  await expect(timeline.message(id)).toBeInViewport()
  await page.goBack()
  await expect(hit).toBeInViewport()
  await expect.poll(async () => Math.abs(((await hit.boundingBox())?.y ?? 0) - top)).toBeLessThan(3)
  await expect(hit).toHaveAttribute('aria-current', 'true')
  await page.goBack()
  await expect(results).toHaveCount(0)
  await expect(timeline.scroller).toBeVisible()
})
