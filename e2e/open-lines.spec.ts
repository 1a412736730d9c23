import { expect, PORTAL, test } from './fixtures.ts'
import { lineMessageId } from './seeds.ts'

test('from the tab of a deal without a chat to a conversation, by a mention to another one, and back', async ({ page, portal }) => {
  await page.goto(`${PORTAL}/placement/?PLACEMENT=CRM_DEAL_DETAIL_TAB&ID=8062&session=${portal.secret}`)
  const app = page.frameLocator('iframe#app')
  await expect(app.getByText('This item has no chat yet')).toBeVisible()
  await app.getByRole('link', { name: 'Ivan Petrov · Website Live chat' }).click()
  await expect(app.getByRole('alert')).toContainText('You don’t have access to this chat.')
  // Where the list is, they still are.
  await expect(app.getByRole('region', { name: 'Chats of this item' }).getByRole('link')).toHaveCount(2)
  await app.getByRole('link', { name: 'Read the last conversation' }).click()
  await expect(app.getByRole('heading', { level: 1, name: 'Ivan Petrov · Website' })).toBeVisible()
  const reply = app.locator(`[data-message-id="${lineMessageId(41, 4)}"]`)
  await expect(reply).toContainText('Elena García')
  await expect(app.getByText('Claim 4471')).toBeVisible()
  await expect(app.getByRole('button', { name: 'Open in the messenger' })).toHaveCount(0)
  await app.getByRole('link', { name: 'the conversation of May' }).click()
  await expect(app.getByText('Order 8061, two pallets.')).toBeVisible()
  // The frame's own step: the page around it stays.
  await page.evaluate(() => history.back())
  await expect(app.getByText('Claim 4471')).toBeVisible()
  const { log } = await portal.log()
  // Each conversation whole, and nothing about it that a portal would refuse.
  const read = log.filter(({ method }) => method === 'imopenlines.session.history.get').map(({ params }) => params['SESSION_ID'])
  expect(read.slice(0, 2)).toEqual(['41', '39'])
  expect(log.filter(({ error }) => error === 'DIALOG_ID_EMPTY')).toEqual([])
})

test('a long conversation opens at a day, is searched, leads to what was found, and is read to both ends', async ({
  page,
  portal,
  timeline,
}) => {
  const day = lineMessageId(44, 279)
  await timeline.open('imol|44', '&date=2026-09-13')
  await expect(timeline.message(day)).toHaveAttribute('data-highlighted', 'true')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('combobox', { name: 'Search in this chat' }).fill('4471-2004')
  const hit = lineMessageId(44, 1_004)
  await page.locator(`[data-hit-id="${hit}"]`).click()
  await expect(timeline.message(hit)).toBeInViewport()
  await page.goBack()
  await expect(timeline.message(day)).toBeInViewport()
  await page.getByRole('button', { name: 'Jump to latest' }).click()
  await expect(timeline.message(lineMessageId(44, 1_499))).toBeInViewport()
  const { log } = await portal.log()
  expect(log.map(({ method }) => method).filter((method) => method.startsWith('im.dialog.messages'))).toEqual([])
})

test('without the right to open channels a deal’s own chat opens, and what to give is said; a client’s code leads to their chat', async ({
  page,
  portal,
}) => {
  const app = page.frameLocator('iframe#app')
  const open = (query: string) => page.goto(`${PORTAL}/placement/?${query}&session=${portal.secret}`)
  await open('PLACEMENT=IM_SIDEBAR&dialogId=imol|telegrambot|3|777|42')
  await expect(app.getByRole('heading', { level: 1, name: 'Support, second line' })).toBeVisible()
  await open('PLACEMENT=IM_SIDEBAR&dialogId=imol|livechat|9|9|9')
  await expect(app.getByText('The portal doesn’t show you this open channel chat.')).toBeVisible()
  await expect(app.getByRole('link', { name: /Northern warehouse/ })).toBeVisible()
  await portal.configure({ scopes: ['im', 'crm', 'placement'] })
  await open('PLACEMENT=CRM_DEAL_DETAIL_TAB&ID=8061')
  await expect(app.getByRole('heading', { level: 1, name: /Deal #8061/ })).toBeVisible()
  await expect(app.getByText('“Open Channels (imopenlines)” permission')).toBeVisible()
  await open('PLACEMENT=IM_SIDEBAR&dialogId=imol|41')
  await expect(app.getByRole('alert')).toContainText('“Open Channels (imopenlines)”')
})
