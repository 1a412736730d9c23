import type { FrameLocator, Page } from '@playwright/test'
import { expect, PORTAL, test } from './fixtures.ts'
import { firstSince, sampleId, seed } from './seeds.ts'

interface ParentCommand {
  readonly method: string
  readonly params: unknown
}

const appIn = (page: Page): FrameLocator => page.frameLocator('iframe#app')
const commands = (page: Page) => page.evaluate(() => (window as unknown as { placementLog: ParentCommand[] }).placementLog)

test('a sidebar opens its dialog by POST, although the first token has expired', async ({ page, portal }) => {
  await page.goto(`${PORTAL}/placement/?PLACEMENT=IM_SIDEBAR&dialogId=chat20&session=${portal.secret}&token=expired&width=420`)
  const app = appIn(page)
  await expect(app.locator(`[data-message-id="${seed('chat20').idAt(19_999)}"]`)).toBeVisible()
  const asked = await commands(page)
  expect(asked.map((command) => command.method)).toContain('getInitData')
  // All calls that met the expired token renewed it together, once.
  expect(asked.filter((command) => command.method === 'refreshAuth')).toHaveLength(1)
  expect(asked.map((command) => command.method)).not.toContain('setTitle')
  const { log } = await portal.log()
  // Bytes of a file are no call.
  const calls = log.filter(({ method }) => method !== 'download')
  expect(calls.every(({ contentType }) => contentType.startsWith('application/x-www-form-urlencoded'))).toBe(true)
})

test('above the text field the first request leaves before the app itself has arrived', async ({ page, portal }) => {
  let release = () => {}
  const gate = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/assets/app-*.js', async (route) => {
    await gate
    await route.continue()
  })
  const asked = page.waitForResponse('**/im.dialog.messages.get')
  await page.goto(`${PORTAL}/placement/?PLACEMENT=IM_TEXTAREA&dialogId=chat20&session=${portal.secret}`, { waitUntil: 'commit' })
  await asked
  release()
  await expect(appIn(page).locator(`[data-message-id="${seed('chat20').idAt(19_999)}"]`)).toBeVisible()
})

test('the message menu opens at its message, in the mobile app, too', async ({ page, portal }) => {
  for (const [placement, n] of [
    ['IM_CONTEXT_MENU', 7_000],
    ['IMMOBILE_CONTEXT_MENU', 12_000],
  ] as const) {
    const id = seed('chat20').idAt(n)
    await page.goto(`${PORTAL}/placement/?PLACEMENT=${placement}&dialogId=chat20&messageId=${id}&session=${portal.secret}&token=expired`)
    await expect(appIn(page).locator(`[data-message-id="${id}"]`)).toBeInViewport()
    await expect(appIn(page).locator(`[data-message-id="${id}"]`)).toHaveAttribute('data-highlighted', 'true')
  }
})

test('a day and a query in the address of a sidebar are those of its dialog', async ({ page, portal, baseURL }) => {
  const app = encodeURIComponent(`${baseURL}/?date=2024-03-12&q=${encodeURIComponent('договор')}`)
  await page.goto(`${PORTAL}/placement/?PLACEMENT=IM_SIDEBAR&dialogId=chat20&app=${app}&session=${portal.secret}`)
  const id = firstSince('chat20', '2024-03-12')
  await expect(appIn(page).locator(`[data-message-id="${id}"]`)).toHaveAttribute('data-highlighted', 'true')
  await expect(appIn(page).getByRole('combobox', { name: 'Search in this chat' })).toHaveValue('договор')
})

test('the navigation names no chat and shows the list, in the language of the portal', async ({ page, portal }) => {
  await page.goto(`${PORTAL}/placement/?PLACEMENT=IM_NAVIGATION&LANG=ru&session=${portal.secret}&token=expired`)
  await expect(appIn(page).getByRole('link', { name: /Northern warehouse/ })).toBeVisible()
  await expect(appIn(page).getByRole('searchbox', { name: 'Найти чат' })).toBeVisible()
})

test('the tab of a deal opens the deal’s own chat in a frame as high as it needs, and says so when there is none', async ({
  page,
  portal,
}) => {
  await page.goto(`${PORTAL}/placement/?PLACEMENT=CRM_DEAL_DETAIL_TAB&ID=8061&height=300&session=${portal.secret}&token=expired`)
  const app = appIn(page)
  await expect(app.getByRole('heading', { level: 1, name: /Deal #8061/ })).toBeVisible()
  await expect(page.locator('iframe#app')).toHaveCSS('height', '720px')
  await page.goto(`${PORTAL}/placement/?PLACEMENT=CRM_DYNAMIC_131_DETAIL_TAB&ID=1&width=400&session=${portal.secret}`)
  // Where there is no room for both it is said first, and the chats are one press away.
  await expect(app.getByText('This item has no chat yet')).toBeVisible()
  await expect(app.getByRole('searchbox')).toBeHidden()
  await app.getByRole('button', { name: 'Show chats' }).click()
  await app.getByRole('link', { name: /Northern warehouse/ }).click()
  await expect(app.getByRole('heading', { level: 1, name: 'Northern warehouse' })).toBeVisible()
  await page.goto(`${PORTAL}/placement/?PLACEMENT=CRM_LEAD_DETAIL_TAB&options=empty&session=${portal.secret}`)
  await expect(app.getByText('didn’t say which item this tab belongs to')).toBeVisible()
})

test('the app’s own page is named after the chat, and options may be text, a list or nothing', async ({ page, portal }) => {
  await page.goto(`${PORTAL}/placement/?PLACEMENT=DEFAULT&dialogId=chat40&options=text&firstRun=yes&session=${portal.secret}`)
  await expect(page).toHaveTitle(/Support, second line/)
  expect((await commands(page)).map((command) => command.method)).toContain('setInstall')
  for (const options of ['list', 'empty']) {
    await page.goto(`${PORTAL}/placement/?PLACEMENT=DEFAULT&options=${options}&session=${portal.secret}`)
    await expect(appIn(page).getByRole('link', { name: /Northern warehouse/ })).toBeVisible()
  }
})

test('a link of the portal leads to a message, whose deal opens over the frame and whose chat in the messenger, which never answers', async ({
  page,
  portal,
}) => {
  const id = sampleId('relative portal link')
  await page.goto(`${PORTAL}/placement/?PLACEMENT=REST_APP_URI&dialog=chat1&message=${id}&height=400&session=${portal.secret}`)
  const app = appIn(page)
  await app.locator(`[data-message-id="${id}"]`).getByRole('link', { name: 'Сделка' }).click()
  await expect(page.locator('aside')).toContainText('/crm/deal/details/8061/')
  expect(page.context().pages()).toHaveLength(1)
  await page.getByRole('button', { name: 'Close' }).click()
  await app.getByRole('button', { name: 'Open in the messenger' }).click()
  await expect
    .poll(async () => (await commands(page)).find((command) => command.method === 'imOpenMessenger')?.params)
    .toMatchObject({ dialogId: 'chat1' })
  // The frame is low; but there the portal has its reasons.
  expect((await commands(page)).map((command) => command.method)).not.toContain('resizeWindow')
})

test('a portal’s window that keeps silent is explained, with a way to try again', async ({ page, portal }) => {
  await page.goto(`${PORTAL}/placement/?PLACEMENT=DEFAULT&silent=getInitData&session=${portal.secret}`)
  await expect(appIn(page).getByRole('alert')).toContainText('The portal’s window isn’t responding')
  await expect(appIn(page).getByRole('button', { name: /^Retry/ })).toBeVisible()
})

test('a picture shows in the frame by the portal’s cookie, and without it by a one-time link', async ({ page, portal }) => {
  const chat = seed('chat30')
  for (const cookie of ['yes', 'no']) {
    if (cookie === 'no') {
      await page.context().clearCookies()
      // Nor may the browser have kept the picture itself.
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('Network.clearBrowserCache')
    }
    await page.goto(
      `${PORTAL}/placement/?PLACEMENT=IM_SIDEBAR&dialogId=chat30&messageId=${chat.idAt(210)}&cookie=${cookie}&session=${portal.secret}`,
    )
    const picture = appIn(page)
      .locator(`[data-message-id="${chat.idAt(210)}"] img[alt]:not([alt=""])`)
      .first()
    await expect(picture).toHaveAttribute('src', cookie === 'no' ? /^blob:/ : /ajax\.php/)
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  }
})
