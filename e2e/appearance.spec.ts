import { chooseMore, expect, test } from './fixtures.ts'

test('with forced colours the chosen chat and tab stay marked, and counts and faces keep their shape', async ({ timeline, page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await timeline.open('chat20')
  const chats = page.getByRole('navigation', { name: 'Chats' })
  await expect(chats.locator('a[aria-current]')).toHaveCSS('outline-style', 'solid')
  await expect(chats.locator('a[aria-current] span').first()).toHaveCSS('border-top-style', 'solid')
  await page.getByRole('button', { name: 'Members and files' }).click()
  const lineBelow = (tab: string) => page.getByRole('tab', { name: tab }).evaluate((element) => getComputedStyle(element).borderBottomColor)
  await expect.poll(() => lineBelow('Media')).not.toBe(await lineBelow('Members'))
})

test('on paper stand the messages alone', async ({ timeline, page }) => {
  await timeline.open('chat20')
  await expect(page.getByRole('navigation', { name: 'Chats' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: 'Chats' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Members and files' })).toBeHidden()
  const rows = timeline.scroller.locator('[data-message-id]')
  await expect(rows.first()).toBeVisible()
  const tops = await rows.evaluateAll((all) =>
    all.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom] as const),
  )
  for (const [at, [top]] of tops.entries()) expect(top).toBeGreaterThanOrEqual((tops[at - 1]?.[1] ?? top) - 1)
})

test('the size of text is that of the browser, and nothing is cut off for it at 320 px', async ({ timeline, page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await timeline.open('chat20')
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '32px'))
  await expect(timeline.scroller.locator('[data-message-text]').last()).toHaveCSS('font-size', '30px')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  expect(await timeline.scroller.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0)
  await chooseMore(page, 'Members and files')
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await expect(tab).toBeInViewport({ ratio: 1 })
  }
})

test('the language is chosen in the settings, and the page comes back in it at the same place', async ({ timeline, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await timeline.open('chat20')
  await page.getByRole('button', { name: 'Show chats' }).click()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Русский')
  await expect(page.getByRole('button', { name: 'Показать чаты' })).toBeVisible()
  expect(page.url()).toContain('dialog=chat20')
  // It is kept, and holds wherever no address names another one.
  const address = new URL(page.url())
  address.searchParams.delete('lang')
  await page.goto(address.href)
  await expect(page.getByRole('button', { name: 'Показать чаты' })).toBeVisible()
})
