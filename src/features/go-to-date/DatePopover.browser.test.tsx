import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError } from '~/domain/portal/portal-error'
import { fakePortal } from '~/testing/fake-portal'
import { renderDialog } from '~/testing/render-dialog'
import { ShortcutKeys } from '~/testing/ShortcutKeys'

const ids = Array.from({ length: 400 }, (_, at) => at + 1)
/** Ten a day, from the first day of the year on. */
const dateOf = (id: number) => new Date(Date.UTC(2026, 0, 1 + Math.floor((id - 1) / 10), 9)).toISOString()

/** A dialog with its calendar open, over a portal that fails to find days until it is mended. */
async function openCalendar() {
  const state = { failing: true }
  const portal = fakePortal({ ids, dateOf })
  const dialog = await renderDialog({
    ids,
    dateOf,
    beside: <ShortcutKeys />,
    // Days before the first one cannot be chosen.
    answers: { 'im.dialog.get': () => ({ id: 1, date_create: dateOf(1), last_message_id: 400 }) },
    batch: async (commands, options) => {
      if (state.failing) throw new PortalError('portal', 'out of order', { detail: 'HTTP_502' })
      return portal.batch(commands, options)
    },
  })
  await userEvent.keyboard('d')
  const grid = dialog.page.getByRole('grid')
  await expect.poll(() => grid.element().contains(document.activeElement)).toBe(true)
  return { ...dialog, state, grid }
}

it('a day that cannot be found is told below the calendar, which keeps the focus, and is found once the portal answers', async () => {
  const { page, state, grid, message } = await openCalendar()
  await userEvent.keyboard('{PageUp}{Enter}')
  const retry = page.getByRole('button', { name: 'Retry' })
  await expect.element(retry).toBeVisible()
  expect(grid.element().contains(document.activeElement)).toBe(true)
  // Another one can be chosen at once.
  await userEvent.keyboard('{ArrowRight}{Enter}')
  await expect.element(retry).toBeVisible()
  state.failing = false
  retry.element().focus()
  await userEvent.keyboard('{Enter}')
  expect(grid.query()?.contains(document.activeElement) ?? true).toBe(true)
  await expect.element(message(101)).toBeVisible()
})
