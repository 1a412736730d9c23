import { expect, test } from './fixtures.ts'
import { rareMessageId, seed } from './seeds.ts'

test('finished files that the portal calls uploads open like others, and one under way is not offered', async ({ timeline, page }) => {
  const id = rareMessageId('finished picture with status upload')
  await timeline.open('chat90', `&message=${id}`)
  const picture = timeline.message(id).getByRole('button', { name: /^Open picture/ })
  await expect(picture.locator('img')).toHaveJSProperty('naturalWidth', 800)
  await expect(timeline.message(rareMessageId('file that is being uploaded'))).toContainText('not uploaded yet')
  await picture.click()
  await expect(page.getByRole('dialog', { name: 'Chat pictures' }).locator('img').first()).toHaveJSProperty('complete', true)
})

test('what the system sends is all there', async ({ timeline }) => {
  const row = (name: string) => timeline.message(rareMessageId(`system message ${name}`))
  await timeline.open('chat90', `&message=${rareMessageId('system message under a name')}`)
  await expect(row('under a name').locator('[data-message-author]')).toHaveText('Reports & figures')
  await expect(row('under a user').locator('[data-message-author]')).toHaveText('John Smith')
  await expect(row('with a card')).toContainText('New application from the site')
  await expect(row('with pictures').locator('img')).toHaveCount(2)
  await timeline.open('chat90', `&message=${rareMessageId('system message with a recording')}`)
  await expect(row('with a recording').getByRole('button', { name: /^Play/ })).toBeVisible()
})

test('a reply says what it answers, though no page has that, and the border of a plan is not called the beginning', async ({
  timeline,
  portal,
}) => {
  // Out of sight: what would make a message higher waits until it is.
  const reply = timeline.message(rareMessageId('reply that only the search tells'))
  await timeline.open('chat90', `&message=${rareMessageId('finished picture with status upload')}`)
  await expect.poll(async () => (await portal.log()).log.some(({ method }) => method === 'im.dialog.messages.search')).toBe(true)
  await timeline.settled()
  await timeline.wheelUntil(300, async () => (await reply.count()) > 0)
  await expect(reply.getByRole('link', { name: 'In reply to: Will the pallets for order #8061 fit?' })).toBeAttached()
  const oldest = seed('chat95').idAt(150)
  await timeline.open('chat95', `&message=${oldest}`)
  await expect(timeline.edge('oldest')).toContainText('Older messages aren’t available on the portal’s plan')
})
