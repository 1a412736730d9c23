import { chooseMore, closedOver, expect, test } from './fixtures.ts'

test('from the keyboard alone, on a Russian layout too: to another chat, into its messages, and to what keys there are', async ({
  timeline,
  page,
}) => {
  await timeline.open('chat20')
  await timeline.complete()
  // As a Russian keyboard gives Ctrl+K.
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'л', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true })),
  )
  const switcher = page.getByRole('dialog', { name: 'Go to chat' })
  await expect(switcher.getByRole('option', { name: /Support, second line/ })).toContainText('Open channel chat')
  await page.keyboard.press('Escape')
  await expect(switcher).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('anna john')
  // Found by the portal; nobody has written to her yet.
  await expect(switcher.getByRole('option')).toHaveText(/Anna JohnsonLogistics/)
  await page.keyboard.press('Enter')
  await expect(switcher.getByRole('status')).toHaveText('You have no chat with Anna Johnson yet.')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('анна')
  await expect(switcher.getByRole('option', { selected: true })).toContainText('Анна Петрова')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/dialog=547/)
  await expect(timeline.scroller).toBeFocused()
  // A pasted address leads into the messages, too.
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText(new URL('/?dialog=chat40', page.url()).href)
  await expect(switcher.getByRole('option')).toHaveText(/Support, second line/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/dialog=chat40/)
  await expect(timeline.scroller).toBeFocused()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(keys).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(timeline.scroller).toBeFocused()
  await page.keyboard.press('d')
  await expect(page.getByRole('dialog', { name: 'Go to date' })).toBeVisible()
})

test('while the page is busy, keys mean what they would mean later: Escape closes, Ctrl+K opens again, and the letters are what is looked for', async ({
  timeline,
  page,
}) => {
  await timeline.open('chat20')
  await timeline.complete()
  await page.keyboard.press('Control+k')
  const switcher = page.getByRole('dialog', { name: 'Go to chat' })
  await expect(switcher.getByRole('option', { name: /Support, second line/ })).toBeVisible()
  const busy = page.evaluate(() => {
    const until = performance.now() + 500
    while (performance.now() < until);
  })
  // They wait until it has time for them, and come in a row.
  const { keyboard } = page
  const keys = [keyboard.press('Escape'), keyboard.down('Control'), keyboard.press('k'), keyboard.up('Control'), keyboard.type('anna john')]
  await Promise.all([busy, ...keys])
  await expect(switcher.getByRole('option')).toHaveText(/Anna JohnsonLogistics/)
})

test('single keys that were switched off stay off after a reload, and all they do has a button at 320 px', async ({ timeline, page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await timeline.open('chat20')
  await timeline.complete()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await keys.getByRole('switch', { name: /^Single-key shortcuts/ }).uncheck()
  await page.keyboard.press('Escape')
  await closedOver(page)
  await page.reload()
  await timeline.complete()
  await page.keyboard.press('?')
  await chooseMore(page, 'Keyboard shortcuts')
  await expect(keys.getByRole('switch')).not.toBeChecked()
  await page.keyboard.press('Escape')
  await chooseMore(page, 'Go to date')
  await expect(page.getByRole('dialog', { name: 'Go to date' })).toBeVisible()
  await page.keyboard.press('Escape')
  await chooseMore(page, 'Requests')
  await expect(page.getByRole('dialog', { name: 'Requests' })).toBeVisible()
})
