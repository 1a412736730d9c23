import { expect, test } from './fixtures.ts'
import { idsOf, seed } from './seeds.ts'

test('a chat opens at its newest message', async ({ timeline }) => {
  await timeline.open('chat20')
  await expect(timeline.message(seed('chat20').idAt(19_999))).toBeInViewport()
  await expect(timeline.edge('newest')).toBeAttached()
  await expect(timeline.edge('oldest')).not.toBeAttached()
})

test('1,500 messages, pages in no order, are reached once each and in order up to the first that may be seen, and few of them are held', async ({
  timeline,
}) => {
  await timeline.signIn()
  await timeline.open('chat45')
  expect(await timeline.collect('older')).toEqual(idsOf('chat45', 100))
  const mounted = await timeline.ids()
  expect(mounted).toEqual(mounted.toSorted((a, b) => a - b))
  // Pages far from the reader are let go.
  expect(mounted.length).toBeLessThan(120)
  await expect(timeline.edge('newest')).not.toBeAttached()
  expect(await timeline.scroller.evaluate((list) => list.scrollHeight)).toBeLessThan(80_000)
  // And down again, beyond what was kept: they come back.
  const again = await timeline.collect('newer', { until: seed('chat45').idAt(500) })
  expect(again).toEqual(idsOf('chat45', 100).slice(0, again.length))
  expect(again.length).toBeGreaterThan(400)
})

test('900 messages with 400 unread: the newest page first, nothing lost though a third of all requests fails in every way, and the border marked', async ({
  timeline,
  portal,
}) => {
  await portal.configure({
    faults: [
      { kind: 'drop', rate: 0.08 },
      { kind: '500', rate: 0.08 },
      { kind: '502', rate: 0.06 },
      { kind: '503', rate: 0.06 },
      { kind: 'error-in-200', rate: 0.05 },
      { kind: 'truncated-json', rate: 0.05 },
      { kind: 'slow-body', rate: 0.05, ms: 300 },
    ],
  })
  await timeline.open('chat40')
  await expect(timeline.message(seed('chat40').idAt(899))).toBeInViewport()
  expect(await timeline.collect('older')).toEqual(idsOf('chat40'))
  await portal.configure({})
  await timeline.page.goto(`/?dialog=chat40&message=${seed('chat40').idAt(500)}&lang=en`)
  await expect(timeline.page.getByText('New messages', { exact: true })).toBeInViewport()
})

test('a portal that answers unknown cursors with nothing opens a chat whose newest message has gone, asks but a few times, and is read to both ends', async ({
  timeline,
  portal,
}) => {
  await portal.configure({ unknownCursor: 'empty' })
  await portal.vanish('547', [seed('547').idAt(259)])
  await timeline.open('547')
  await expect(timeline.message(seed('547').idAt(258))).toBeInViewport()
  await expect(timeline.edge('newest')).toBeAttached()
  const { log } = await portal.log()
  expect(log.filter((entry) => entry.method === 'im.dialog.messages.get').length).toBeLessThan(10)
  expect(await timeline.collect('older')).toEqual(idsOf('547').slice(0, -1))
})

test('a message that vanished under the cursor does not end the history', async ({ timeline, portal }) => {
  await portal.configure({ unknownCursor: 'empty', faults: [{ kind: 'latency', ms: 400, method: 'im.dialog.messages.get' }] })
  await timeline.open('547')
  await expect(timeline.message(seed('547').idAt(259))).toBeInViewport()
  const cursor = Math.min(...(await timeline.ids()))
  expect(cursor).toBeGreaterThan(seed('547').idAt(150))
  const oldestOfFirstPage = seed('547').idAt(210)
  await portal.vanish('547', [oldestOfFirstPage])
  const seen = await timeline.collect('older')
  expect(seen.filter((id) => id !== oldestOfFirstPage)).toEqual(idsOf('547').filter((id) => id !== oldestOfFirstPage))
})

test('a portal without batches still opens at a message', async ({ timeline, portal }) => {
  await portal.configure({ missingMethods: ['batch'] })
  const id = seed('chat20').idAt(10_000)
  await timeline.open('chat20', `&message=${id}`)
  await expect(timeline.message(id)).toBeInViewport()
})

test('a page that fails is a row with Retry, and reading goes on from there', async ({ timeline, portal }) => {
  await timeline.open('547')
  await timeline.settled()
  await portal.configure({ missingMethods: ['im.dialog.messages.get'] })
  // What arrives at the other end may have failed as well by then.
  const failure = timeline.scroller.getByRole('alert').filter({ hasText: 'Older messages aren’t shown' })
  await expect(async () => {
    await timeline.wheel(-2_000)
    await expect(failure).toBeVisible({ timeout: 100 })
  }).toPass()
  await portal.configure({})
  await failure.getByRole('button', { name: /^Retry/ }).click()
  expect((await timeline.collect('older'))[0]).toBe(seed('547').idAt(0))
})

test('the ends and the middle of a million messages are one jump away', async ({ timeline }) => {
  const chat = seed('chat1000')
  for (const n of [500_000, 999_999, 0]) {
    const id = chat.idAt(n)
    await timeline.open('chat1000', `&message=${id}`)
    await expect(timeline.message(id)).toBeInViewport()
  }
  await timeline.scroller.press('Control+End')
  await expect(timeline.message(chat.idAt(999_999))).toBeInViewport()
  await expect(timeline.edge('newest')).toBeAttached()
  await timeline.scroller.press('Control+Home')
  await expect(timeline.message(chat.idAt(0))).toBeInViewport()
  await expect(timeline.edge('oldest')).toBeAttached()
})

test('an answer that comes after the reader has left for another chat is dropped', async ({ timeline, portal }) => {
  await portal.configure({ faults: [{ kind: 'latency', ms: 1_500, method: 'im.dialog.messages.get', matching: '"chat20"' }] })
  await timeline.page.setViewportSize({ width: 1280, height: 800 })
  await timeline.page.addInitScript((webhook) => sessionStorage.setItem('webhook', webhook), portal.webhook)
  await timeline.page.goto('/?dialog=chat20&lang=en')
  await timeline.page.getByRole('link', { name: /Анна Петрова/ }).click()
  const newest = timeline.message(seed('547').idAt(259))
  await expect(newest).toBeInViewport()
  await expect
    .poll(
      async () =>
        (await portal.log()).log.filter((entry) => entry.params['DIALOG_ID'] === 'chat20' && entry.method === 'im.dialog.messages.get')
          .length,
    )
    .toBeGreaterThan(0)
  await expect(newest).toBeInViewport()
})

test('the empty chat, the forbidden one and one that cannot exist say so', async ({ timeline, page }) => {
  await timeline.open('chat60')
  await expect(timeline.scroller).toContainText('No messages yet')
  await expect(timeline.edge('oldest')).toBeAttached()
  await page.goto('/?dialog=chat70&lang=en')
  await expect(page.getByRole('alert')).toContainText('You don’t have access to this chat.')
  await expect(page.getByRole('button', { name: /^Retry/ })).toBeVisible()
  await page.goto('/?dialog=imol|x&lang=en')
  await expect(page.getByRole('alert')).toContainText('doesn’t point to a chat')
})
