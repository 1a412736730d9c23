import type { FrameLocator, Page } from '@playwright/test'
import { expect, PORTAL, test, type PortalControl } from './fixtures.ts'
import { seed } from './seeds.ts'

const appIn = (page: Page): FrameLocator => page.frameLocator('iframe#app')
const row = (page: Page, placement: string) => appIn(page).locator(`[data-placement="${placement}"]`)
const open = (page: Page, portal: PortalControl, query = '') =>
  page.goto(`${PORTAL}/placement/?PLACEMENT=DEFAULT&session=${portal.secret}${query}`)
/** What was changed, as a sorted set of methods; nothing else is asked of what comes after. */
async function takeChanges(portal: PortalControl): Promise<string[]> {
  const { writing } = await portal.log()
  await portal.clearLog()
  return [...new Set(writing)].sort()
}

test('from nothing to a chat that opens in its side panel, and back', async ({ page, portal }) => {
  await open(page, portal, '&install=yes')
  const app = appIn(page)
  await expect(row(page, 'IM_SIDEBAR')).toHaveAttribute('data-state', 'free')
  await expect(row(page, 'CRM_DYNAMIC_131_DETAIL_TAB')).toContainText('smart process 131')
  expect(await takeChanges(portal)).toEqual([])
  // Not wanted there.
  await app.getByRole('checkbox', { name: 'Panel above the text field' }).uncheck()
  await app.getByRole('button', { name: 'Install' }).click()
  // The portal loads the frame anew once it hears that all is done, and shows the app itself.
  await expect(page).toHaveURL(/install=done/)
  await expect(app.getByRole('link', { name: /Northern warehouse/ })).toBeVisible()

  await page.goto(`${PORTAL}/placement/?PLACEMENT=IM_SIDEBAR&bound=yes&dialogId=chat20&session=${portal.secret}`)
  await expect(app.locator(`[data-message-id="${seed('chat20').idAt(19_999)}"]`)).toBeVisible()
  const refused = await page.request.get(`${PORTAL}/placement/?PLACEMENT=IM_TEXTAREA&bound=yes&session=${portal.secret}`)
  expect(refused.status()).toBe(404)

  // Later it is reached from the app, and changed there.
  await open(page, portal)
  await app.getByRole('button', { name: 'Where the app appears…' }).click()
  await expect(row(page, 'IM_SIDEBAR')).toHaveAttribute('data-state', 'bound')
  await expect(row(page, 'IM_TEXTAREA')).toHaveAttribute('data-state', 'free')
  for (const box of await app.getByRole('checkbox').all()) await box.uncheck()
  await expect(app.getByRole('button', { name: 'Remove' })).toBeDisabled()
  await app.getByRole('checkbox', { name: 'Chat side panel' }).check()
  await app.getByRole('button', { name: 'Remove' }).click()
  await expect(row(page, 'IM_SIDEBAR')).toHaveAttribute('data-state', 'free')
  await expect(app.getByRole('status')).toHaveText('Removed from 1 place.')
  await expect(row(page, 'IM_CONTEXT_MENU')).toHaveAttribute('data-state', 'bound')
  expect(await takeChanges(portal)).toEqual(['placement.bind', 'placement.unbind'])
  await app.getByRole('button', { name: 'Go to chats' }).click()
  await expect(app.getByRole('link', { name: /Northern warehouse/ })).toBeVisible()
})

/** Binds a placement as an administrator did by hand. */
async function bind(portal: PortalControl, placement: string, handler: string): Promise<void> {
  const token = (await (await fetch(`${PORTAL}/_demo/sessions/${portal.secret}/token`, { method: 'POST' })).json()) as { AUTH_ID: string }
  const body = JSON.stringify({ auth: token.AUTH_ID, PLACEMENT: placement, HANDLER: handler, TITLE: 'x', OPTIONS: { iconName: 'fa-x' } })
  const answer = await fetch(`${PORTAL}/rest/placement.bind`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
  expect(answer.status).toBe(200)
}

test('a former address is repaired, what is bound stays, and what the portal refuses is told in its line', async ({
  page,
  portal,
  baseURL,
}) => {
  await bind(portal, 'IM_SIDEBAR', 'https://old.example/index.html')
  await bind(portal, 'IM_NAVIGATION', `${baseURL}/index.html`)
  await portal.configure({ faults: [{ method: 'placement.bind', matching: 'CRM_DEAL_DETAIL_TAB', kind: 'WRONG_AUTH_TYPE' }] })
  await open(page, portal, '&install=yes')
  const app = appIn(page)
  await expect(row(page, 'IM_SIDEBAR')).toHaveAttribute('data-state', 'broken')
  await expect(row(page, 'IM_NAVIGATION')).toHaveAttribute('data-state', 'bound')
  await app.getByRole('button', { name: 'Install' }).click()
  await expect(row(page, 'IM_SIDEBAR')).toHaveAttribute('data-state', 'bound')
  await expect(row(page, 'IM_CONTEXT_MENU')).toHaveAttribute('data-state', 'bound')
  await expect(row(page, 'CRM_DEAL_DETAIL_TAB')).toHaveAttribute('data-state', 'free')
  await expect(app.getByRole('status')).toHaveText('1 place could not be changed. Its line says why.')
  // What there is to read stays until the administrator goes on.
  await expect(page).toHaveURL(/install=yes/)
  const { log } = await portal.log()
  expect(log.filter(({ method, params }) => method === 'placement.bind' && params['PLACEMENT'] === 'IM_NAVIGATION')).toHaveLength(1)
  expect(log.find(({ method }) => method === 'placement.unbind')?.params).toMatchObject({
    PLACEMENT: 'IM_SIDEBAR',
    HANDLER: 'https://old.example/index.html',
  })
  expect(await takeChanges(portal)).toEqual(['placement.bind', 'placement.unbind'])
  await app.getByRole('button', { name: 'Finish installation' }).click()
  await expect(page).toHaveURL(/install=done/)
})

test('who may not install, and what the app may not do, is told with where to mend it', async ({ page, portal }) => {
  await portal.configure({ isAdmin: false })
  await open(page, portal, '&install=yes')
  const app = appIn(page)
  await expect(app.getByText('Only an administrator of the portal')).toBeVisible()
  await expect(app.getByRole('button', { name: 'Install' })).toHaveCount(0)
  await open(page, portal)
  await expect(app.getByRole('link', { name: /Northern warehouse/ })).toBeVisible()
  await expect(app.getByRole('button', { name: 'Where the app appears…' })).toHaveCount(0)

  await portal.configure({ scopes: ['im', 'placement'] })
  await open(page, portal, '&install=yes')
  await expect(row(page, 'CRM_DEAL_DETAIL_TAB')).toHaveAttribute('data-state', 'refused')
  await expect(row(page, 'CRM_DEAL_DETAIL_TAB')).toContainText('Needs the “crm” permission')
  await expect(row(page, 'IM_SIDEBAR')).toHaveAttribute('data-state', 'free')

  await portal.configure({ scopes: ['im'] })
  await open(page, portal, '&install=yes')
  await expect(app.getByRole('alert')).toContainText('“Embedding the app (placement)”')
  await expect(app.getByRole('alert')).toContainText('Developer resources → Integrations')
  // What to do about it opens beside the portal, from the app’s own host, and is told nothing.
  const opening = page.context().waitForEvent('page')
  await app.getByRole('alert').getByRole('link', { name: 'What can I do?' }).click()
  const help = await opening
  await expect(help).toHaveURL(/\/help\/en\.html#right-placement$/)
  await expect(help.getByRole('heading', { name: 'The right to appear in the portal is missing' })).toBeInViewport()
  expect(await help.evaluate(() => [document.referrer, window.opener])).toEqual(['', null])
})

test('outside of a portal the address of the installation says what it is for', async ({ page }) => {
  await page.goto('/?install&lang=en')
  await expect(page.getByText('This is the page that installs the app.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Webhook URL' })).toBeVisible()
})
