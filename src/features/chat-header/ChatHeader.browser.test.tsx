import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError } from '~/domain/portal/portal-error'
import { fakePortal } from '~/testing/fake-portal'
import { InDialog, testDialog } from '~/testing/InDialog'
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

/** The header in a page of some width. */
async function openHeader(width: number) {
  const dialog = testDialog()
  const page = await renderPage(
    <InDialog dialog={dialog}>
      <div style={{ container: 'shell / inline-size', width }}>
        <ChatHeader onChats={() => {}} onOpenInPortal={() => {}} />
      </div>
      <div ref={dialog.popups.set} />
    </InDialog>,
  )
  const more = page.getByRole('button', { name: 'More' })
  await expect.element(more).toBeVisible()
  const names = (role: 'button' | 'menuitem') =>
    page
      .getByRole(role)
      .elements()
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => element.ariaLabel ?? element.textContent)
  return { dialog, page, more, names }
}

it('a wide header has a button for what is used most, and a menu of the rest', async () => {
  const { page, more, names } = await openHeader(1_000)
  expect(names('button')).toEqual(['Open in the messenger', 'Go to date', 'Search', 'Members and files', 'More'])
  await userEvent.click(more)
  await expect.element(page.getByRole('menuitem', { name: 'Find in chat' })).toBeVisible()
  expect(names('menuitem')).toEqual(['Find in chat', 'Go to chat', 'Keyboard shortcuts', 'Requests'])
})

it('a narrow one has two buttons and the menu, by whose button what was chosen opens', async () => {
  const { dialog, page, more, names } = await openHeader(320)
  expect(names('button')).toEqual(['Show chats', 'Search', 'More'])
  ;(more.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('menuitem', { name: 'Go to date' })).toBeVisible()
  expect(names('menuitem').slice(0, 3)).toEqual(['Open in the messenger', 'Go to date', 'Members and files'])
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.poll(() => dialog.calendarAt.get()).toBe(more.element())
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
  await userEvent.click(more)
  await userEvent.click(page.getByRole('menuitem', { name: 'Members and files' }))
  await expect.poll(() => dialog.panelOpen.get()).toBe(true)
})
