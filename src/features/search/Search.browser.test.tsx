import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError } from '~/domain/portal/portal-error'
import type { RestParams } from '~/rest/client/client'
import { renderDialog } from '~/testing/render-dialog'
import { ShortcutKeys } from '~/testing/ShortcutKeys'

const ids = Array.from({ length: 120 }, (_, at) => at + 1)
const textOf = (id: number) => (id % 20 === 0 ? `the target ${id}` : `m${id}`)
const member = (id: number, name: string) => ({ id, name, active: true })

/** A portal whose search finds every twentieth message. */
async function openSearch({ width = 1_000, search }: { width?: number; search?: (params: RestParams) => unknown } = {}) {
  const asked: RestParams[] = []
  const found = (params: RestParams) => {
    // What comes later to messages is looked up by the same method.
    if (params['SEARCH_MESSAGE'] !== undefined) asked.push(params)
    return {
      messages: ids
        .filter((id) => id % 20 === 0)
        .toReversed()
        .map((id) => ({
          id,
          chat_id: 1,
          author_id: 7,
          date: `2026-03-04T${String(9 + id / 20)}:00:00+02:00`,
          text: textOf(id),
          params: [],
        })),
      users: [],
      files: [],
    }
  }
  const dialog = await renderDialog({
    ids,
    textOf,
    width,
    answers: {
      'im.dialog.messages.search': search ?? found,
      'im.dialog.users.list': () => [member(1, 'Anna Petrova'), member(2, 'Anna Smith'), member(3, 'Boris Orlov')],
    },
  })
  const { page } = dialog
  const opener = page.getByRole('button', { name: 'Search', exact: true })
  await userEvent.click(opener)
  const box = page.getByRole('combobox', { name: 'Search in this chat' })
  await expect.element(box).toHaveFocus()
  return { ...dialog, opener, box, asked, hit: (id: number) => page.getByRole('link', { name: `the target ${id}` }) }
}

it('a key that is held opens the search once, and writes nothing into it', async () => {
  const { page } = await renderDialog({ ids, textOf, width: 1_000, beside: <ShortcutKeys /> })
  const press = (repeat: boolean) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: '/', code: 'Slash', repeat, bubbles: true, cancelable: true }),
    )
  expect(press(false)).toBe(false)
  await expect.element(page.getByRole('combobox', { name: 'Search in this chat' })).toHaveFocus()
  // What is not prevented would be written.
  expect([press(true), press(true)]).toEqual([false, false])
  expect(press(false)).toBe(true)
})

it('what is typed is found once the reader stops typing, with its hits marked, and it says how far that goes', async () => {
  const { page, box, hit, asked } = await openSearch()
  await userEvent.fill(box, 'TARGET')
  await expect.element(hit(120)).toBeVisible()
  expect(hit(120).element().querySelector('mark')?.textContent).toBe('target')
  await expect.element(page.getByText('6 messages. Searched the whole chat.')).toBeVisible()
  expect(asked.map(({ SEARCH_MESSAGE: phrase }) => phrase)).toEqual(['TARGET'])
})

it('one walks the hits by arrows, Home and End, and Enter leads to the message beside the list, which keeps the focus', async () => {
  const { box, hit, rowOf } = await openSearch()
  await userEvent.fill(box, 'target')
  await expect.element(hit(20)).toBeInTheDocument()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(hit(120)).toHaveFocus()
  await userEvent.keyboard('{End}')
  await expect.element(hit(20)).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}{Enter}')
  await expect.poll(() => rowOf(40).querySelector('[data-highlighted]')).not.toBeNull()
  await expect.element(hit(40)).toHaveAttribute('aria-current', 'true')
  await expect.element(hit(40)).toHaveFocus()
  await userEvent.keyboard('{Home}{ArrowUp}')
  await expect.element(box).toHaveFocus()
})

it('the words of what was found are painted in the messages, too, as long as it is open', async () => {
  const { box, hit, rowOf } = await openSearch()
  await userEvent.fill(box, 'TARGET')
  await userEvent.click(hit(40))
  await expect.poll(() => rowOf(40)).toBeTruthy()
  const painted = () =>
    [...(CSS.highlights.get('find') ?? [])].map(({ startContainer, startOffset, endOffset }) => ({
      text: startContainer.textContent?.slice(startOffset, endOffset),
      id: startContainer.parentElement?.closest<HTMLElement>('[data-message-id]')?.dataset['messageId'],
    }))
  await expect.poll(painted).toContainEqual({ text: 'target', id: '40' })
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => CSS.highlights.has('find')).toBe(false)
})

it('Escape closes it and gives the focus back; it is found as it was left', async () => {
  const { page, box, hit, opener } = await openSearch()
  await userEvent.fill(box, 'target')
  await userEvent.click(hit(60))
  await userEvent.keyboard('{Escape}')
  await expect.element(box).not.toBeInTheDocument()
  await expect.element(opener).toHaveFocus()
  await userEvent.click(opener)
  await expect.element(page.getByRole('combobox')).toHaveValue('target')
  await expect.element(hit(60)).toHaveAttribute('aria-current', 'true')
  await expect.element(hit(60)).toHaveFocus()
})

it('it takes the place of the panel, and the panel its', async () => {
  const { page, box } = await openSearch()
  await userEvent.click(page.getByRole('button', { name: 'Members and files' }))
  await expect.element(page.getByRole('tablist')).toBeVisible()
  await expect.element(box).not.toBeInTheDocument()
  await userEvent.click(page.getByRole('button', { name: 'Search', exact: true }))
  await expect.element(page.getByRole('combobox')).toBeVisible()
  await expect.element(page.getByRole('tablist')).not.toBeInTheDocument()
})

it('too short a word is not asked for, and it says why; the messages can be read through instead', async () => {
  const { page, box, asked, hit } = await openSearch()
  await userEvent.fill(box, '60')
  const instead = page.getByRole('button', { name: 'Read through the messages instead' })
  await expect.element(page.getByText('The portal searches for three characters or more.')).toBeVisible()
  expect(asked).toEqual([])
  await userEvent.click(instead)
  await expect.element(hit(60)).toBeVisible()
})

it('what cannot be understood is told under the box, and nothing is searched for', async () => {
  const { page, box, asked } = await openSearch()
  await userEvent.fill(box, 'target on:2023-02-30')
  await expect.element(page.getByText('on:2023-02-30 takes a date: 2024, 2024-03 or 2024-03-02.')).toBeVisible()
  await expect.element(box).toHaveAttribute('aria-invalid', 'true')
  expect(asked).toEqual([])
})

it('dates of which no day is left are told, and nothing is searched for', async () => {
  const { page, box, asked } = await openSearch()
  await userEvent.fill(box, 'target before:2024 after:2025')
  await expect.element(page.getByText('No day up to today fits these dates.')).toBeVisible()
  expect(asked).toEqual([])
})

it('a search that typing or closing breaks off goes on when the same is wanted again', async () => {
  const waiting: (() => void)[] = []
  const answer = () => waiting.splice(0).forEach((resolve) => resolve())
  const { page, box, opener } = await openSearch({
    search: ({ SEARCH_MESSAGE: phrase }) =>
      phrase === undefined
        ? { messages: [] }
        : new Promise((resolve) => waiting.push(() => resolve({ messages: [], users: [], files: [] }))),
  })
  await userEvent.fill(box, 'target')
  await expect.poll(() => waiting).toHaveLength(1)
  await userEvent.keyboard('s{Backspace}')
  await expect.poll(() => waiting).toHaveLength(2)
  await userEvent.keyboard('{Escape}')
  await userEvent.click(opener)
  await expect.poll(() => waiting).toHaveLength(3)
  answer()
  await expect.element(page.getByText('Searched the whole chat.')).toBeVisible()
})

it('people are suggested after from:, by arrows or by the mouse; Escape closes only the suggestions', async () => {
  const { page, box } = await openSearch()
  await userEvent.click(box)
  await userEvent.keyboard('from:ann')
  const people = page.getByRole('option')
  await expect.poll(() => people.elements().map(({ textContent }) => textContent)).toEqual(['APAnna Petrova', 'ASAnna Smith'])
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => people.elements()).toHaveLength(0)
  await userEvent.keyboard('a')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  await expect.element(people.nth(1)).toHaveAttribute('aria-selected', 'true')
  await userEvent.keyboard('{Enter}report')
  await expect.element(box).toHaveValue('from:"Anna Smith" report')
  await expect.poll(() => people.elements()).toHaveLength(0)
  await userEvent.click(page.getByRole('button', { name: 'Remove: From Anna Smith' }))
  await expect.element(box).toHaveValue('report')
})

it('conditions are added and removed by the mouse, and the query says the same', async () => {
  const { page, box } = await openSearch()
  await userEvent.fill(box, 'target')
  await userEvent.click(page.getByRole('button', { name: 'Filters' }))
  await userEvent.click(page.getByRole('button', { name: 'Picture', exact: true }))
  await expect.element(box).toHaveValue('target has:image ')
  await userEvent.fill(box, 'target -has:image after:2024-03-02')
  await expect.element(page.getByRole('button', { name: 'Remove: After 2 March 2024' })).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Remove: Not: Picture' }))
  await expect.element(box).toHaveValue('target after:2024-03-02')
})

it('a failure is told, and Retry searches again', async () => {
  const state = { isDown: true }
  const { page, box, hit } = await openSearch({
    search: ({ SEARCH_MESSAGE: phrase }) => {
      if (state.isDown && phrase !== undefined) throw new PortalError('portal', 'no', { detail: 'HTTP_502' })
      return { messages: [{ id: 60, chat_id: 1, author_id: 7, date: '2026-03-04T09:00:00+02:00', text: textOf(60), params: [] }] }
    },
  })
  await userEvent.fill(box, 'target')
  const retry = page.getByRole('button', { name: 'Retry' })
  await expect.element(retry).toBeVisible()
  state.isDown = false
  await userEvent.click(retry)
  await expect.element(hit(60)).toBeVisible()
  await expect.element(retry).not.toBeInTheDocument()
})

it('over the messages it makes way for the hit, and is opened again as it was left', async () => {
  const { box, hit, rowOf, opener } = await openSearch({ width: 600 })
  await userEvent.fill(box, 'target')
  await userEvent.click(hit(40))
  await expect.element(box).not.toBeInTheDocument()
  await expect.poll(() => rowOf(40).querySelector('[data-highlighted]')).not.toBeNull()
  await userEvent.click(opener)
  await expect.element(hit(40)).toHaveAttribute('aria-current', 'true')
})

it('leads to the message whose address or number is typed in place of a query', async () => {
  const { page, box, message } = await openSearch()
  await userEvent.fill(box, '#30')
  await expect.element(page.getByRole('link', { name: /^Go to message 30/ })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(message(30)).toBeInViewport()
  await userEvent.fill(box, 'https://portal.example/online/?IM_DIALOG=chat1&IM_MESSAGE=90')
  await page.getByRole('link', { name: /^Go to message 90/ }).click()
  await expect.element(message(90)).toBeInViewport()
  await userEvent.fill(box, 'https://other.example/online/?IM_DIALOG=chat1&IM_MESSAGE=90')
  await expect.element(page.getByText('This link leads to another portal: other.example.')).toBeVisible()
})
