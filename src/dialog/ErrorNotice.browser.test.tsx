import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError } from '~/domain/portal/portal-error'
import { renderPage } from '~/testing/render-page'
import { ErrorNotice } from './ErrorNotice.tsx'

const show = (error: unknown, onRetry = () => {}) =>
  renderPage(<ErrorNotice error={error} missing="Older messages aren’t shown." onRetry={onRetry} />)

it('says why, and leads to what can be done: again, and to its entry of the help in a page of its own', async () => {
  const onRetry = vi.fn()
  const page = await show(new PortalError('network', 'x'), onRetry)
  await expect.element(page.getByRole('alert')).toHaveTextContent(/^Couldn’t reach the portal.*Older messages aren’t shown/)
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(onRetry).toHaveBeenCalledOnce()
  await userEvent.tab()
  const help = page.getByRole('link', { name: 'What can I do?' })
  await expect.element(help).toHaveFocus()
  await expect.element(help).toHaveAttribute('href', './help/en.html#unreachable')
  // Nothing is told to it, and what is being read stays.
  await expect.element(help).toHaveAttribute('target', '_blank')
  await expect.element(help).toHaveAttribute('rel', 'noopener noreferrer')
})

it('leads to the help also where trying again is of no use', async () => {
  const page = await show(new PortalError('access', 'x', { detail: 'OVERLOAD_LIMIT' }))
  await expect.element(page.getByRole('link', { name: 'What can I do?' })).toHaveAttribute('href', './help/en.html#blocked')
  expect(page.getByRole('button').elements()).toHaveLength(0)
})
