import { expect, it } from 'vitest'
import { renderDialog } from '~/testing/render-dialog'
import { scrollByHand } from '~/testing/scroll-by-hand'

const ids = Array.from({ length: 200 }, (_, at) => at + 1)

it('the day stands on a line of its own: over no message, and in the middle of theirs', async () => {
  const { page, list } = await renderDialog({ ids })
  const box = list.element()
  scrollByHand(box, -700)
  const day = page.getByText('Wednesday 4 March 2026').or(page.getByText('Wednesday, 4 March 2026'))
  await expect.element(day).toBeVisible()
  const line = day.element().getBoundingClientRect()
  const messages = box.getBoundingClientRect()
  expect(line.bottom).toBeLessThanOrEqual(messages.top)
  const words = document.createRange()
  words.selectNodeContents(day.element())
  const { left, right } = words.getBoundingClientRect()
  expect((left + right) / 2).toBeCloseTo(messages.left + box.clientWidth / 2, 0)
})

it('the box of a row is as high above the name as below the text, with the gap outside of it', async () => {
  const { list, rowOf } = await renderDialog({ ids: [1], textOf: () => 'a line' })
  await expect.element(list.getByText('a line')).toBeVisible()
  const box = rowOf(1).querySelector('[data-message-id]')?.getBoundingClientRect()
  const name = rowOf(1).querySelector('[data-message-author]')?.getBoundingClientRect()
  const text = rowOf(1).querySelector('[data-message-text]')?.getBoundingClientRect()
  expect((name?.top ?? 0) - (box?.top ?? 0)).toBeCloseTo((box?.bottom ?? 0) - (text?.bottom ?? 0), 0)
})
