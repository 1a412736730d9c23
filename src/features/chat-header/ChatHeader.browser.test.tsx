import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError } from '~/domain/portal/portal-error'
import { fakePortal } from '~/testing/fake-portal'
import { InDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { ChatHeader } from './ChatHeader.tsx'

it('a title that could not be loaded is asked for again by a button, and by itself when the reader comes back', async () => {
  const portal = fakePortal({ ids: [] })
  const state = { isDown: true, name: 'Design' }
  portal.collect = async () => {
    if (state.isDown) throw new PortalError('portal', 'no', { detail: 'HTTP_502' })
    return { id: 1, name: state.name }
  }
  const page = await renderPage(
    <InDialog portal={portal}>
      <ChatHeader onChats={() => {}} onOpenInPortal={null} />
    </InDialog>,
  )
  const retry = page.getByRole('button', { name: 'Retry' })
  await expect.element(page.getByRole('heading')).toHaveTextContent('Chat 1')
  await userEvent.click(retry)
  await expect.element(retry).toBeVisible()
  state.isDown = false
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  await expect.element(page.getByRole('heading')).toHaveTextContent('Design')
  await expect.element(retry).not.toBeInTheDocument()
})

it('a chat that is refused says so where its messages would be, not in its title', async () => {
  const portal = fakePortal({ ids: [] })
  portal.collect = () => Promise.reject(new PortalError('access', 'no', { detail: 'ACCESS_ERROR' }))
  const page = await renderPage(
    <InDialog portal={portal}>
      <ChatHeader onChats={() => {}} onOpenInPortal={null} />
    </InDialog>,
  )
  await expect.element(page.getByRole('heading')).toHaveTextContent('Chat 1')
  expect(page.getByRole('button', { name: 'Retry' }).elements()).toHaveLength(0)
})
