import { expect, test } from './fixtures.ts'
import { sampleId } from './seeds.ts'

test('a forwarded message names its origin once the portal tells it, and leads there', async ({ timeline, page }) => {
  const id = sampleId('forward legacy')
  await timeline.open('chat1', `&message=${id}`)
  const row = timeline.message(id)
  await expect(row.getByText('Forwarded', { exact: false })).toBeVisible()
  const origin = row.getByRole('link', { name: /^Forwarded from .*Project \(documented example\)/ })
  await expect(origin).toHaveAttribute('href', /dialog=chat1489&message=84877/)
  await origin.click()
  await expect(page).toHaveURL(/dialog=chat1489/)
})

test('where the portal tells nothing more, a forwarded message says what is known', async ({ timeline, portal }) => {
  await portal.configure({ missingMethods: ['im.dialog.messages.search'] })
  const id = sampleId('forward legacy')
  await timeline.open('chat1', `&message=${id}`)
  await expect(timeline.message(id)).toContainText('message 84877, source chat unknown')
})

test('a reply leads to the message that it answers', async ({ timeline }) => {
  const id = sampleId('reply v2')
  await timeline.open('chat1', `&message=${id}`)
  await timeline
    .message(id)
    .getByRole('link', { name: /^In reply to/ })
    .click()
  const answered = timeline.message(100_004)
  await expect(answered).toBeInViewport()
  await expect(answered).toHaveAttribute('data-highlighted', 'true')
})

test('likes say who, by focus and by name', async ({ timeline }) => {
  const id = sampleId('likes')
  await timeline.open('chat1', `&message=${id}`)
  const likes = timeline.message(id).getByRole('button', { name: /^3 likes/ })
  await expect(likes).toHaveAccessibleName(/Анна Петрова/)
})

test('other reactions come once the reader rests, all in one call, and move nothing of what is on the screen', async ({
  timeline,
  portal,
}) => {
  await timeline.open('chat20')
  // The first picture may settle until it is touched.
  await timeline.scroller.press('Shift')
  const before = await timeline.reading()
  await expect
    .poll(async () => (await portal.log()).log.some(({ method }) => method.toLowerCase() === 'im.dialog.messages.search'))
    .toBe(true)
  await timeline.settled()
  expect(await timeline.reading()).toEqual(before)
  // A little farther up there is one that arrived meanwhile. In one movement, because a stop on the way counts as a rest.
  await timeline.wheel(-3_000)
  await expect(timeline.scroller.getByRole('button', { name: /^Reaction/ }).first()).toBeAttached()
  const searches = (await portal.log()).log.filter(({ method }) => method.toLowerCase() === 'im.dialog.messages.search')
  expect(searches.length).toBeLessThanOrEqual(2)
})

test('events that follow each other fold into a line, open on demand, and open for the one that is looked for', async ({ timeline }) => {
  const folded = sampleId('system leave, renamed user')
  await timeline.open('chat1', `&message=${sampleId('plain russian')}`)
  const events = timeline.scroller.getByRole('button', { name: 'Show 4 events' })
  await expect(events).toBeVisible()
  await expect(timeline.message(folded)).toBeHidden()
  await events.click()
  await expect(timeline.message(folded)).toBeVisible()
  await timeline.scroller.getByRole('button', { name: 'Hide 4 events' }).click()
  await expect(timeline.message(folded)).toBeHidden()
})

test('a jump to a folded event opens its line', async ({ timeline }) => {
  const folded = sampleId('system without code')
  await timeline.open('chat1', `&message=${folded}`)
  await expect(timeline.message(folded)).toBeInViewport()
  await expect(timeline.message(folded)).toHaveAttribute('data-highlighted', 'true')
})

for (const [name, words] of [
  ['pinned', 'Pinned'],
  ['disappearing', 'Will be deleted on'],
  ['sticker', 'Sticker 3/12'],
  ['component message', 'Call'],
] as const) {
  test(`sample “${name}” says “${words}”`, async ({ timeline }) => {
    const id = sampleId(name)
    await timeline.open('chat1', `&message=${id}`)
    await expect(timeline.message(id)).toContainText(words)
  })
}
