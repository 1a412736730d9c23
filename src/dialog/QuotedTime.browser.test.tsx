import { expect, it } from 'vitest'
import { renderDialog } from '~/testing/render-dialog'

const DASHES = '-'.repeat(54)
/** As a colleague in another zone has quoted it, whose clock shows 22:10. */
const quoting = (place: string) => `${DASHES}\nAnn [03.03.2026 22:10]${place}\nWords\n${DASHES}\nAnd more`

async function headOf(place: string, found: readonly unknown[] = []) {
  const asked: unknown[] = []
  const { rowOf } = await renderDialog({
    ids: [1, 2],
    textOf: (id) => (id === 2 ? quoting(place) : `m${id}`),
    answers: {
      'im.dialog.messages.search': (params) => {
        if (params['LIMIT'] === 1) asked.push(params['LAST_ID'])
        return { messages: params['LIMIT'] === 1 ? found : [], users: [], files: [] }
      },
    },
  })
  const head = () => rowOf(2).querySelector<HTMLElement>('blockquote > div')
  return {
    text: () => head()?.innerText ?? '',
    /** What is drawn beside the time, and is no part of what was written. */
    note: () => head()?.querySelector<HTMLElement>('[data-note]')?.dataset['note'],
    asked,
  }
}

// The fake portal writes 09:43 at +02:00; the reader is in Moscow.
it('a quote of a message that is loaded shows when that was sent, on the reader’s clock', async () => {
  const { text, asked } = await headOf(' #chat1/1')
  await expect.poll(text).toContain('4 Mar 2026, 10:43')
  expect(text()).not.toContain('22:10')
  expect(asked).toEqual([])
})

it('a message that is not loaded is asked for when it was sent', async () => {
  const { text, asked } = await headOf(' #chat1/900', [
    { id: 900, chat_id: 1, author_id: 7, date: '2026-03-01T09:00:00+02:00', text: 'm900' },
  ])
  await expect.poll(text).toContain('1 Mar 2026, 10:00')
  expect(asked).toEqual([901])
})

it('where it cannot be learned, what the quote says is told as its words', async () => {
  const { text, note } = await headOf(' #chat1/900')
  await expect.poll(note).toBe('(as quoted)')
  expect(text()).toContain('03.03.2026 22:10')
})

it('a quote that names no message keeps its text', async () => {
  const { text, note } = await headOf('')
  expect(text()).toContain('03.03.2026 22:10')
  expect(note()).toBeUndefined()
})
