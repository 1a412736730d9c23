import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderDialog } from '~/testing/render-dialog'
import { ShortcutKeys } from '~/testing/ShortcutKeys'
import { scrollByHand } from '~/testing/scroll-by-hand'

const idsUpTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1)
/** As many as are loaded at once. */
const ids = idsUpTo(100)

type Options = Partial<Parameters<typeof renderDialog>[0]>

/** A dialog in which every seventh message has the word, with its bar open. */
async function openBar({ textOf = (id) => (id % 7 === 0 ? `the word ${id}` : `m${id}`), ...options }: Options = {}) {
  const dialog = await renderDialog({ ids, textOf, beside: <ShortcutKeys />, ...options })
  await userEvent.keyboard('{Control>}f{/Control}')
  const field = dialog.page.getByRole('textbox', { name: 'Find in chat' })
  await expect.element(field).toHaveFocus()
  const count = () => document.querySelector('[data-find-count]')?.getAttribute('data-find-count')
  return { ...dialog, field, count }
}

/** The words that are painted. */
const painted = (name: 'find' | 'find-current'): string[] =>
  [...(CSS.highlights.get(name) ?? [])].map(({ startContainer, startOffset, endOffset }) =>
    (startContainer.textContent ?? '').slice(startOffset, endOffset),
  )

/** The message in which the current hit is painted. */
const currentMessage = (): string | undefined => {
  const [range] = CSS.highlights.get('find-current') ?? []
  return range?.startContainer.parentElement?.closest<HTMLElement>('[data-message-id]')?.dataset['messageId']
}

/** Whether the current hit is on the screen, and the bar not over it. */
function currentIsSeen(): boolean {
  const [part] = CSS.highlights.get('find-current') ?? []
  if (!part) return false
  const range = new Range()
  range.setStart(part.startContainer, part.startOffset)
  range.setEnd(part.endContainer, part.endOffset)
  const { left, top, width, height } = range.getBoundingClientRect()
  const seen = document.elementFromPoint(left + width / 2, top + height / 2)
  return seen !== null && (part.startContainer.parentElement?.contains(seen) ?? false)
}

it('what is typed is counted and painted at once; Enter and Shift+Enter lead from hit to hit, around the ends', async () => {
  const { field, count } = await openBar()
  await userEvent.fill(field, 'WORD')
  await expect.poll(count).toMatch(/^\d+\/14$/)
  await expect.poll(() => painted('find').length).toBeGreaterThan(0)
  expect(new Set(painted('find'))).toEqual(new Set(['word']))
  expect(painted('find-current')).toEqual(['word'])
  expect(currentIsSeen()).toBe(true)
  const first = Number(count()?.split('/')[0])
  await userEvent.keyboard('{Enter}')
  expect(count()).toBe(`${(first % 14) + 1}/14`)
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
  expect(count()).toBe(`${first}/14`)
  for (let step = first; step < 15; step++) await userEvent.keyboard('{Enter}')
  expect(count()).toBe('1/14')
  await expect.poll(currentMessage).toBe('7')
  await expect.poll(currentIsSeen).toBe(true)
  await userEvent.keyboard('{F3}')
  expect(count()).toBe('2/14')
})

it('opening and closing it moves nothing; Escape gives the focus back, and nothing stays painted', async () => {
  const { list, rowOf, page } = await renderDialog({ ids, beside: <ShortcutKeys /> })
  rowOf(98).focus()
  const top = () => rowOf(98).getBoundingClientRect().top
  const before = top()
  await userEvent.keyboard('{Control>}f{/Control}')
  const field = page.getByRole('textbox', { name: 'Find in chat' })
  await expect.element(field).toHaveFocus()
  expect(top()).toBe(before)
  await userEvent.fill(field, 'm98')
  await expect.poll(() => painted('find')).toEqual(['m98'])
  await userEvent.keyboard('{Escape}')
  await expect.element(field).not.toBeInTheDocument()
  expect(top()).toBe(before)
  expect(document.activeElement).toBe(rowOf(98))
  expect(CSS.highlights.has('find')).toBe(false)
  expect(list.element().querySelector('mark')).toBeNull()
})

it('a second Ctrl+F is the browser’s; from elsewhere it comes back to the field', async () => {
  const { field, rowOf } = await openBar()
  const taken = vi.fn<(taken: boolean) => void>()
  window.addEventListener('keydown', (event) => event.key === 'f' && taken(event.defaultPrevented))
  await userEvent.keyboard('{Control>}f{/Control}')
  expect(taken).toHaveBeenLastCalledWith(false)
  rowOf(100).focus()
  await userEvent.keyboard('{Control>}f{/Control}')
  expect(taken).toHaveBeenLastCalledWith(true)
  await expect.element(field).toHaveFocus()
})

it('finds ё as е and й apart from и, over markup, in names that are mentioned, and marks each part of it', async () => {
  const texts = new Map([
    [96, 'Ещё о [b]дого[/b]воре'],
    [97, 'еще о договоре, мой [USER=9]Йорик[/USER]'],
    [98, 'мои'],
  ])
  const { field, count } = await openBar({ textOf: (id) => texts.get(id) ?? `m${id}` })
  await userEvent.fill(field, 'ЕЩЕ О ДОГОВОР')
  await expect.poll(count).toBe('1/2')
  expect(painted('find')).toEqual(['Ещё о ', 'дого', 'вор', 'еще о договор'])
  expect(painted('find-current')).toEqual(['Ещё о ', 'дого', 'вор'])
  await userEvent.fill(field, 'мой')
  await expect.poll(count).toBe('1/1')
  expect(painted('find')).toEqual(['мой'])
  await userEvent.fill(field, 'йорик')
  await expect.poll(() => painted('find')).toEqual(['Йорик'])
})

it('what was read elsewhere is found when it is not loaded any more; it is gone to by Enter, and typing goes on', async () => {
  const textOf = (id: number) => (id === 3 ? 'a needle' : `m${id}`)
  const { page, list } = await renderDialog({ ids: idsUpTo(400), textOf, beside: <ShortcutKeys /> })
  list.element().querySelector<HTMLElement>('article')?.focus()
  await userEvent.keyboard('{Control>}{Home}{/Control}')
  await expect.element(page.getByText('a needle')).toBeVisible()
  await userEvent.keyboard('{Control>}{End}{/Control}')
  await expect.element(page.getByText('m400', { exact: true })).toBeVisible()
  await userEvent.keyboard('{Control>}f{/Control}')
  const field = page.getByRole('textbox', { name: 'Find in chat' })
  await userEvent.fill(field, 'needle')
  await expect.poll(() => document.querySelector('[data-find-count="1/1"]')).not.toBeNull()
  // Nothing is gone away from for what is being typed.
  await expect.element(page.getByText('m400', { exact: true })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => painted('find-current')).toEqual(['needle'])
  await expect.poll(currentIsSeen).toBe(true)
  await expect.element(field).toHaveFocus()
})

it('a hit in a long text or quote, which is cut, is opened', async () => {
  const long = Array.from({ length: 700 }, (_, line) => `line ${line}`).join('\n')
  const dashes = '-'.repeat(54)
  const texts = new Map([
    [20, `${long}\nthe end of it`],
    [21, `${dashes}\nAnn [03.03.2026 22:10]\n${long.slice(0, 1_500)}\nthe bottom\n${dashes}\nwell`],
  ])
  const { field } = await openBar({ ids: idsUpTo(40), textOf: (id) => texts.get(id) ?? `m${id}` })
  for (const word of ['the end of it', 'the bottom', 'm40']) {
    await userEvent.fill(field, word)
    await expect.poll(() => painted('find-current')).toEqual([word])
    await expect.poll(currentIsSeen).toBe(true)
  }
})

it('rows that come while the list scrolls are painted, and what is read meanwhile is counted', async () => {
  const { field, count, list } = await openBar({ ids: idsUpTo(400) })
  await userEvent.fill(field, 'word')
  const total = () => Number(count()?.split('/')[1])
  await expect.poll(total).toBeGreaterThan(0)
  await expect
    .poll(() => {
      scrollByHand(list.element(), -list.element().scrollTop)
      return total()
    })
    .toBe(57)
  // Whichever rows are mounted: each has its word painted, and no other has one.
  await expect
    .poll(() => {
      const mounted = [...list.element().querySelectorAll('[data-message-text]')].filter(({ textContent }) => textContent?.includes('word'))
      return mounted.length > 1 && mounted.length === painted('find').length
    })
    .toBe(true)
})

it('says where one is, and what was looked through, and hands the words over to the search', async () => {
  const { field, page } = await openBar()
  await userEvent.fill(field, 'the word 98')
  await expect.element(page.getByText('Match 1 of 1')).toBeInTheDocument()
  await expect.element(page.getByText('In the 100 messages read so far.')).toBeVisible()
  await userEvent.fill(field, 'nothing like it')
  await expect.element(page.getByRole('status').getByText('No matches')).toBeInTheDocument()
  await userEvent.click(page.getByRole('button', { name: 'Search the whole chat' }))
  const box = page.getByRole('combobox', { name: 'Search in this chat' })
  await expect.element(box).toHaveValue('"nothing like it"')
  await expect.element(box).toHaveFocus()
  await expect.element(field).not.toBeInTheDocument()
})

it('where the browser cannot paint words, the message is outlined', async () => {
  const { highlights } = CSS
  Object.defineProperty(CSS, 'highlights', { value: undefined, configurable: true })
  try {
    const { field, rowOf } = await openBar()
    await userEvent.fill(field, 'the word 98')
    await expect.poll(() => getComputedStyle(rowOf(98).querySelector('[data-message-id]') ?? rowOf(98)).outlineStyle).toBe('solid')
  } finally {
    Object.defineProperty(CSS, 'highlights', { value: highlights, configurable: true })
  }
})
