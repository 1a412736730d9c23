import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError } from '~/domain/portal/portal-error'
import type { RestParams } from '~/rest/client/client'
import { renderDialog } from '~/testing/render-dialog'
import { ShortcutKeys } from '~/testing/ShortcutKeys'
import { scrollByHand } from '~/testing/scroll-by-hand'

const ids = Array.from({ length: 120 }, (_, at) => at + 1)
const textOf = (id: number) => (id % 20 === 0 ? `the target ${id}` : `m${id}`)
const found = {
  messages: [120, 100, 80, 60, 40, 20].map((id) => ({
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

/** Every twentieth message is asked for, and shown alone. */
async function showTargets({ search = () => found }: { readonly search?: (params: RestParams) => unknown } = {}) {
  let filters = false
  const dialog = await renderDialog({
    ids,
    textOf,
    beside: <ShortcutKeys />,
    answers: { 'im.dialog.messages.search': (params) => (filters ? search(params) : found) },
  })
  const { page, list } = dialog
  await userEvent.click(page.getByRole('button', { name: 'Search', exact: true }))
  await userEvent.fill(page.getByRole('combobox', { name: 'Search in this chat' }), 'target')
  await expect.element(page.getByRole('link', { name: 'the target 120' })).toBeInTheDocument()
  filters = true
  scrollByHand(list.element(), -400)
  const topBefore = () => dialog.rowOf(105).getBoundingClientRect().top
  await expect.poll(topBefore).toBeGreaterThan(0)
  const before = topBefore()
  await userEvent.click(page.getByRole('button', { name: 'Show in the chat' }))
  const strip = page.getByRole('region', { name: 'Only some messages are shown' })
  await expect.element(strip).toBeVisible()
  const shown = () => [...list.element().querySelectorAll('[data-message-id]')].map((row) => Number(row.getAttribute('data-message-id')))
  return { ...dialog, strip, shown, before, top: topBefore }
}

it('what is asked for stands alone in the chat as it is, with its day, and it is said what that is and how much', async () => {
  const { strip, shown, list } = await showTargets()
  await expect.poll(shown).toEqual([20, 40, 60, 80, 100, 120])
  await expect.element(strip).toHaveTextContent(/Only: “target”.*6 found/)
  expect(list.element().querySelectorAll('[data-day]')).toHaveLength(1)
  expect(list.element().querySelectorAll('[data-first]')).toHaveLength(6)
})

it('Escape shows all messages again, at the same pixel, where the focus goes on', async () => {
  const { strip, shown, before, top, list } = await showTargets()
  await expect.poll(shown).toHaveLength(6)
  ;(list.element() as HTMLElement).focus()
  await userEvent.keyboard('{Escape}')
  await expect.element(strip).not.toBeInTheDocument()
  await expect.poll(() => Math.round(top())).toBe(Math.round(before))
  await expect.poll(() => document.activeElement?.closest('article')).not.toBeNull()
})

it('each leads to its neighbours', async () => {
  const { strip, shown, page, rowOf } = await showTargets()
  await expect.poll(shown).toHaveLength(6)
  await userEvent.click(page.getByRole('link', { name: 'Show around' }).nth(2))
  await expect.element(strip).not.toBeInTheDocument()
  await expect.poll(() => rowOf(60).querySelector('[data-highlighted]')).not.toBeNull()
  expect(shown()).toContain(61)
})

it('a portal that fails is asked again', async () => {
  let failing = true
  const { strip, shown } = await showTargets({
    search: () => {
      if (failing) throw new PortalError('portal', 'out of order')
      return found
    },
  })
  await expect.element(strip).toHaveTextContent('the portal did not answer')
  failing = false
  await userEvent.click(strip.getByRole('button', { name: 'Retry' }))
  await expect.poll(shown).toHaveLength(6)
})
