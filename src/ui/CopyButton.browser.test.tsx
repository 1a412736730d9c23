import { afterEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderPage } from '~/testing/render-page'
import { CopyButton } from './CopyButton.tsx'

afterEach(() => {
  vi.restoreAllMocks()
})

it('copies where the clipboard is denied, as in a portal’s frame, from within a modal dialog, too', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('denied', 'NotAllowedError'))
  // The clipboard itself is that of all pages, and others may copy something meanwhile.
  const copied: string[] = []
  document.addEventListener('copy', () => copied.push(getSelection()?.toString() ?? ''), { once: true })
  const page = await renderPage(
    <dialog ref={(dialog) => (dialog?.open ? undefined : dialog?.showModal())} aria-label="Details">
      <CopyButton text="№ 38507" />
    </dialog>,
  )
  await userEvent.click(page.getByRole('button', { name: 'Copy' }))
  await expect.element(page.getByRole('button', { name: 'Copied' })).toHaveFocus()
  expect(copied).toEqual(['№ 38507'])
})
