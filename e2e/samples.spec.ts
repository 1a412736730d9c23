import { expect, test } from './fixtures.ts'
import { idsOf, sampleId } from './seeds.ts'

test('all 256 samples are shown, each in its place, and none of them is executed', async ({ timeline, page }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== 'localhost' && hostname !== 'acme.example') foreign.push(request.url())
  })
  let dialogs = 0
  page.on('dialog', (dialog) => {
    dialogs++
    void dialog.dismiss()
  })
  await timeline.open('chat1')
  expect(await timeline.collect('older')).toEqual(idsOf('chat1'))
  expect(dialogs).toBe(0)
  expect(foreign).toEqual([])
})

test('what is odd in a message is told, and taken for nothing else', async ({ timeline }) => {
  await timeline.open('chat1')
  for (const [name, expected] of [
    ['plain russian', 'Доброе утро! Счёт готов, отправляю сегодня.'],
    ['soft deleted', 'Message deleted'],
    ['zero text', 'Message deleted'],
    ['author missing in users', /.+/],
    ['unclosed bold', /\[b\]/i],
    ['unknown tag', /\[/],
    ['script text', /<script>/],
    ['empty text nothing', 'Message without text'],
    ['prototype keys', /.+/],
    ['number as text', '12345'],
  ] as const) {
    const id = sampleId(name)
    await timeline.go('chat1', id)
    await expect(timeline.message(id).locator('[data-message-text]'), name).toContainText(expected)
    await expect(timeline.message(id).locator('[data-message-author]'), name).toBeAttached()
  }
})
