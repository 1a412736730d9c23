import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderDialog } from '~/testing/render-dialog'

const ids = Array.from({ length: 60 }, (_, at) => at + 1)
/** Two a day, from the first day of March on. */
const dateOf = (id: number) => new Date(Date.UTC(2026, 2, Math.ceil(id / 2), 9)).toISOString()

async function openRail() {
  const dialog = await renderDialog({ ids, dateOf })
  const rail = dialog.page.getByRole('slider', { name: 'Timeline' })
  await expect.element(rail).toBeVisible()
  const element = rail.element() as HTMLElement
  const said = () => element.getAttribute('aria-valuetext')
  await expect.poll(said).toContain('30 March')
  return { ...dialog, rail, element, said }
}

it('says the day that is read, as a value between the first day and the last one', async () => {
  const { element } = await openRail()
  expect(['aria-valuemin', 'aria-valuenow', 'aria-valuemax'].map((name) => element.getAttribute(name))).toEqual(['0', '29', '29'])
})

it('keys say each day; Enter goes there, and the focus follows', async () => {
  const { element, said, rowOf } = await openRail()
  element.focus()
  await userEvent.keyboard('{ArrowUp}{ArrowUp}')
  await expect.poll(said).toContain('28 March')
  await userEvent.keyboard('{Home}')
  await expect.poll(said).toContain('1 March')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.poll(() => rowOf(3).querySelector('[data-highlighted]')).not.toBeNull()
  await expect.poll(() => document.activeElement).toBe(rowOf(3))
  await expect.poll(said).toContain('2 March')
})

it('Escape leaves it where the reader is, and is for others afterwards', async () => {
  const { element, said, list } = await openRail()
  const top = list.element().scrollTop
  element.focus()
  await userEvent.keyboard('{Home}')
  await expect.poll(said).toContain('1 March')
  await userEvent.keyboard('{Escape}')
  await expect.poll(said).toContain('30 March')
  expect(element.dataset['mode']).toBe('reading')
  expect(list.element().scrollTop).toBe(top)
})

it('a chat of one day has none', async () => {
  const { page } = await renderDialog({ ids })
  await expect.element(page.getByText('m60', { exact: true })).toBeVisible()
  await expect.element(page.getByRole('slider', { name: 'Timeline' })).not.toBeInTheDocument()
})
