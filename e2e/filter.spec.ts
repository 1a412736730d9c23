import { expect, test } from './fixtures.ts'

test('from an author’s card to what they wrote alone, to what stands around it, and back to the pixel', async ({
  timeline,
  portal,
  page,
}) => {
  await timeline.open('chat20')
  await timeline.complete()
  await timeline.wheel(-300)
  await timeline.settled()
  const before = await timeline.topmost()
  const name = timeline.message(before.id).locator('[data-message-author]')
  const author = (await name.textContent()) ?? ''
  await name.click()
  await page.getByRole('button', { name: 'Show only their messages' }).click()
  const strip = page.getByRole('region', { name: 'Only some messages are shown' })
  await expect(strip).toContainText(`Only ${author}`)
  await expect(strip.getByRole('button', { name: 'Stop' })).toHaveCount(0)
  const looked = () => strip.locator('[data-filter-count]').textContent()
  await expect.poll(looked).toMatch(/^\d+ of [\d,]+ since \d/)
  await timeline.settled()
  expect(new Set(await timeline.scroller.locator('[data-message-author]').allTextContents())).toEqual(new Set([author]))

  // Older ones come above while the reader is there, and move nothing.
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/im.dialog.messages.search*', async (route) => {
    await held
    await route.continue()
  })
  const first = await looked()
  await timeline.wheelUntil(-900, () => strip.getByRole('button', { name: 'Stop' }).isVisible())
  await expect.poll(() => timeline.scroller.getAttribute('data-scrolling')).toBeNull()
  const reading = await timeline.topmost()
  release()
  await expect.poll(looked).not.toBe(first)
  await expect(strip.getByRole('button', { name: 'Stop' })).toHaveCount(0)
  await timeline.settled()
  await timeline.stands(reading)

  await timeline.scroller
    .locator('article', { has: page.locator(`[data-message-id="${reading.id}"]`) })
    .getByRole('link', { name: 'Show around' })
    .click()
  await expect(strip).toHaveCount(0)
  await expect(timeline.message(reading.id)).toHaveAttribute('data-highlighted')
  await timeline.settled()
  const height = (await timeline.scroller.boundingBox())?.height ?? 0
  expect(Math.abs((await timeline.offsetOf(reading.id)) - height / 3)).toBeLessThan(20)

  await page.goBack()
  await expect(strip).toBeVisible()
  await timeline.settled()
  await timeline.stands(reading)

  // Another chat in between changes nothing: neither by Back nor from the list.
  const chats = page.getByRole('navigation', { name: 'Chats' })
  await chats.getByRole('link', { name: /^Support, second line/ }).click()
  await expect(page).toHaveURL(/dialog=chat40/)
  await expect(strip).toHaveCount(0)
  await page.goBack()
  await expect(strip).toBeVisible()
  await timeline.settled()
  await timeline.stands(reading)
  await chats.getByRole('link', { name: /^Support, second line/ }).click()
  await expect(page).toHaveURL(/dialog=chat40/)
  await chats.getByRole('link', { name: /^Deal #8061/ }).click()
  await expect(strip).toBeVisible()
  await timeline.settled()
  await timeline.stands(reading)

  // Where the reader was among all messages, as it was kept for the chat.
  await timeline.scroller.focus()
  await page.keyboard.press('Escape')
  await expect(strip).toHaveCount(0)
  await timeline.settled()
  await timeline.stands(before)
  expect((await portal.log()).writing).toEqual([])
})
