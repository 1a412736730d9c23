import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { seed } from './seeds.ts'

const chat = seed('chat20')

/** The reader looks at another tab, and at this one again. @param told by what the page is told first that they are back */
const leaveAndReturn = (page: Page, told: 'visibilitychange' | 'focus' = 'visibilitychange') =>
  page.evaluate((back) => {
    const show = (state: DocumentVisibilityState) =>
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    show('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    show('visible')
    const target = back === 'focus' ? window : document
    target.dispatchEvent(new Event(back))
  }, told)

test('edits and deletions are there once the reader comes back, and the line that is read stays where it was', async ({
  timeline,
  portal,
  page,
}) => {
  await timeline.open('chat20', `&message=${chat.idAt(10_000)}`)
  await timeline.settled()
  await timeline.wheel(-40)
  await timeline.settled()
  // What re-reads comes with what looks for reactions.
  await expect.poll(async () => (await portal.log()).log.some(({ method }) => method === 'im.dialog.messages.search')).toBe(true)
  const read = await timeline.reading()
  const inSight = await timeline.inSight()
  const at = inSight.indexOf(read.id)
  const [gone, edited] = [inSight[at - 2] ?? 0, inSight[at - 1] ?? 0]
  const [takenBack, goneBelow] = [inSight[at + 1] ?? 0, inSight[at + 2] ?? 0]
  const long = Array.from({ length: 12 }, (_, line) => `Line ${line} of what was written instead.`).join('\n')
  await portal.edit('chat20', edited, long)
  await portal.softDelete('chat20', [takenBack])
  await portal.vanish('chat20', [gone, goneBelow])

  await leaveAndReturn(page)
  await expect(timeline.message(edited)).toContainText('Line 11 of what was written instead.', { timeout: 5_000 })
  await expect(timeline.message(edited)).toContainText('edited')
  await expect(timeline.message(takenBack)).toContainText('Message deleted')
  await expect(timeline.message(gone)).toHaveCount(0)
  await expect(timeline.message(goneBelow)).toHaveCount(0)
  await timeline.settled()
  const top = await timeline.message(read.id).evaluate((row) => row.getBoundingClientRect().top)
  expect(Math.abs(top - read.top)).toBeLessThanOrEqual(1)
})

test('messages disappear when their time has come', async ({ timeline, portal }) => {
  const [above, here] = [chat.idAt(9_999), chat.idAt(10_000)]
  await portal.disappear('chat20', [above], 4)
  await timeline.open('chat20', `&message=${here}`)
  await expect(timeline.message(above)).toContainText('Will be deleted on')
  await expect(timeline.message(above)).toHaveCount(0, { timeout: 6_000 })
  await expect(timeline.message(here)).toBeVisible()
})

test('reactions on the first screen show without a touch, later ones too, and the end stays in sight', async ({
  timeline,
  portal,
  page,
}) => {
  const last = chat.idAt(chat.count(0) - 1)
  for (const back of [1, 2, 3]) await portal.react('chat20', chat.idAt(chat.count(0) - back), 'laugh', [547])
  await timeline.open('chat20')
  await expect(timeline.message(last).getByRole('button', { name: /😂/ })).toBeInViewport()
  await timeline.settled()
  const belowEnd = () => timeline.scroller.evaluate((list) => list.scrollHeight - list.clientHeight - list.scrollTop)
  expect(await belowEnd()).toBeLessThanOrEqual(1)
  const fourth = chat.idAt(chat.count(0) - 4)
  await portal.react('chat20', fourth, 'wonder', [547])
  // From elsewhere: that of somebody who never left may be the focus that a page gets when it is opened.
  await leaveAndReturn(page, 'focus')
  await expect(timeline.message(fourth).getByRole('button', { name: /😮/ })).toBeInViewport({ timeout: 5_000 })
  await timeline.settled()
  expect(await belowEnd()).toBeLessThanOrEqual(1)
})

test('a chat that is opened from the list again is at its newest message', async ({ timeline, portal, page }) => {
  await timeline.open('chat20')
  await timeline.settled()
  await page.getByRole('link', { name: /Support, second line/ }).click()
  await timeline.settled()
  const sent = await portal.send('chat20', { authorId: 547, text: 'Written meanwhile' })
  await page.getByRole('link', { name: new RegExp(chat.title) }).click()
  // Before anything is polled.
  await expect(timeline.message(sent)).toBeInViewport({ timeout: 3_000 })
})
