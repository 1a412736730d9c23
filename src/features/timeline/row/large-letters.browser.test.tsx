import { afterEach, expect, it } from 'vitest'
import { renderDialog } from '~/testing/render-dialog'

afterEach(() => {
  document.documentElement.style.fontSize = ''
})

it('with letters twice as large neither a name nor a position runs into what stands beside it', async () => {
  document.documentElement.style.fontSize = '32px'
  const ids = [1, 2, 3]
  const { rowOf } = await renderDialog({
    ids,
    width: 640,
    answers: {
      'im.dialog.messages.get': () => ({
        chat_id: 1,
        messages: ids.map((id) => ({ id, chat_id: 1, author_id: 7, date: '2026-03-04T09:43:26+02:00', text: `m${id}`, params: [] })),
        users: [{ id: 7, active: true, name: 'Alexandra Konstantinova', work_position: 'Head of logistics, Omsk', type: 'user' }],
        files: [],
      }),
    },
  })
  const who = rowOf(1).querySelector('[data-message-author]')?.parentElement
  const words = [...(who?.children ?? [])].filter((each) => each.tagName === 'BDI')
  expect(words.map((each) => each.textContent)).toEqual(['Alexandra Konstantinova', 'Head of logistics, Omsk'])
  for (const each of words) {
    expect(each.getBoundingClientRect().right).toBeLessThanOrEqual(each.nextElementSibling?.getBoundingClientRect().left ?? 0)
    expect(each.scrollWidth <= each.clientWidth || getComputedStyle(each).overflowX === 'hidden').toBe(true)
  }
})
