import { afterEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderPage } from '~/testing/render-page'
import { CopyButton } from './CopyButton.tsx'

afterEach(() => {
  vi.restoreAllMocks()
})

it('copies where the clipboard is denied, as in a portal’s frame, from within a modal dialog, too', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('denied', 'NotAllowedError'))
  const page = await renderPage(
    <dialog ref={(dialog) => (dialog?.open ? undefined : dialog?.showModal())} aria-label="Details">
      <CopyButton text="№ 38507" />
      <input aria-label="Pasted" />
    </dialog>,
  )
  await userEvent.click(page.getByRole('button', { name: 'Copy' }))
  await expect.element(page.getByRole('button', { name: 'Copied' })).toHaveFocus()
  await userEvent.click(page.getByRole('textbox', { name: 'Pasted' }))
  await userEvent.keyboard('{Control>}v{/Control}')
  await expect.element(page.getByRole('textbox', { name: 'Pasted' })).toHaveValue('№ 38507')
})
