import { expect, PORTAL, test } from './fixtures.ts'

test('connecting by webhook opens the chat that the address names, and keeps the secret to itself', async ({ page, portal, timeline }) => {
  const spoken: string[] = []
  page.on('console', (message) => spoken.push(message.text()))
  await page.goto('/?dialog=chat20&lang=en')
  await page.getByLabel('Webhook URL').fill(`${portal.webhook}profile.json`)
  await page.getByRole('button', { name: 'Connect' }).click()
  await expect(timeline.scroller).toBeVisible()
  await expect(page).toHaveTitle(/Deal #8061/)
  expect(page.url()).not.toContain(portal.secret)
  expect(await page.title()).not.toContain(portal.secret)
  expect(spoken.join('\n')).not.toContain(portal.secret)
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(portal.secret)
  // A reload of the same tab stays connected; a new tab is not.
  await page.reload()
  await expect(timeline.scroller).toBeVisible()
  const other = await page.context().newPage()
  await other.goto('/?dialog=chat20&lang=en')
  await expect(other.getByLabel('Webhook URL')).toBeVisible()
})

test('what somebody pasted into the address is not read, and does not stay in it', async ({ timeline, page, portal }) => {
  await page.addInitScript((webhook) => sessionStorage.setItem('webhook', webhook), portal.webhook)
  await page.goto('/?webhook=https://acme.example/rest/1/pasted/&dialog=chat20&AUTH_ID=pasted&lang=en')
  await expect(timeline.scroller).toBeVisible()
  expect(page.url()).toMatch(/\/\?dialog=chat20&lang=en$/)
  for (const href of await page.getByRole('link').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)))
    expect(href).not.toContain('pasted')
})

test('a webhook is remembered on the device only when asked for, and forgotten on request', async ({ page, portal }) => {
  await page.goto('/?lang=en')
  await page.getByLabel('Webhook URL').fill(portal.webhook)
  await page.getByLabel('Remember on this device').check()
  await page.getByRole('button', { name: 'Connect' }).click()
  await expect(page.getByRole('link', { name: /Northern warehouse/ })).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain(portal.secret)
  await page.getByRole('button', { name: 'Disconnect' }).click()
  await expect(page.getByLabel('Webhook URL')).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(portal.secret)
})

test('what is no webhook, or is refused, is answered with a sentence', async ({ page }) => {
  await page.goto('/?lang=en')
  for (const [text, answer] of [
    ['', 'Paste the address'],
    ['not an address', 'This isn’t a web address'],
    ['http://portal.example/rest/1/abcdef/', 'must start with https://'],
    ['https://portal.example/company/', 'isn’t a webhook address'],
    [`${PORTAL}/rest/503/wrongsecret/`, 'denied access'],
    ['http://localhost:1/rest/1/abcdef/', 'Couldn’t reach the portal'],
  ] as const) {
    await page.getByLabel('Webhook URL').fill(text)
    await page.getByRole('button', { name: 'Connect' }).click()
    await expect(page.getByRole('alert'), text).toContainText(answer)
  }
})

test('the demo portal is one click away', async ({ page }) => {
  await page.goto('/?lang=en')
  await page.getByRole('button', { name: 'Try the demo portal' }).click()
  await expect(page.getByRole('link', { name: /Northern warehouse/ })).toBeVisible()
})

test('chats are listed by title, searched, and open each other’s history with Back', async ({ timeline, page, portal }) => {
  await page.addInitScript((webhook) => sessionStorage.setItem('webhook', webhook), portal.webhook)
  await page.goto('/?lang=en')
  await expect(page.getByText('Choose a chat to read.')).toBeVisible()
  await page.getByRole('searchbox').fill('meridian')
  await page.getByRole('link', { name: /Deal #8061/ }).click()
  await expect(page.getByRole('heading', { name: /Deal #8061/ })).toBeVisible()
  await expect(timeline.scroller).toBeVisible()
  await page.getByRole('searchbox').fill('')
  await page.getByRole('link', { name: /Анна Петрова/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Анна Петрова' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: /Deal #8061/ })).toBeVisible()
})

test('in a narrow window the list of chats is one tap away', async ({ timeline, page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await timeline.open('chat20')
  await expect(page.getByRole('searchbox')).not.toBeVisible()
  await page.getByRole('button', { name: 'Show chats' }).click()
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.getByRole('link', { name: /Support, second line/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Support, second line' })).toBeVisible()
  await expect(page.getByRole('searchbox')).not.toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('the interface speaks Russian', async ({ timeline, page }) => {
  await timeline.open('chat40')
  await page.goto('/?dialog=chat40&lang=ru')
  await expect(page.getByText('900 сообщений')).toBeVisible()
  await page.getByRole('button', { name: 'К последним' }).waitFor({ state: 'detached' })
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
})

test('without a network a notice says so, and reading goes on', async ({ timeline, page, context }) => {
  await timeline.open('chat20')
  await timeline.complete()
  await context.setOffline(true)
  await expect(page.getByText('You’re offline')).toBeVisible()
  await timeline.wheel(-300)
  await context.setOffline(false)
  await expect(page.getByText('You’re offline')).not.toBeVisible()
})

test('theme and density are chosen at the foot of the list and stay chosen; the message being read stays put', async ({
  timeline,
  page,
}) => {
  await timeline.open('chat20')
  await timeline.settled()
  for (let turn = 0; turn < 4; turn++) {
    await timeline.wheel(-500)
    await timeline.drawn()
  }
  const before = await timeline.reading()
  const settings = page.getByRole('button', { name: 'Settings' })
  const density = page.getByRole('combobox', { name: 'Density' })
  await settings.click()
  await density.selectOption('Compact')
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark')
  await timeline.settled()
  await expect(timeline.message(before.id)).toBeInViewport()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await settings.click()
  await expect(density).toHaveValue('compact')
  await density.selectOption('Comfortable')
  await expect(page.locator('html')).toHaveAttribute('data-density', 'comfortable')
})
