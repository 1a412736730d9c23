import { useState } from 'react'
import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderPage } from '~/testing/render-page'
import { useModal } from './use-modal.ts'

/** A button that opens a dialog, and what happens in turn when it closes. */
async function opened() {
  const happened: string[] = []
  function Opened({ onClose }: { readonly onClose: () => void }) {
    const modal = useModal(() => {
      happened.push('the app knows')
      onClose()
    })
    return (
      <dialog {...modal.props} aria-label="Opened">
        <button onClick={modal.close}>Close</button>
      </dialog>
    )
  }
  function Opener() {
    const [open, setOpen] = useState(false)
    return (
      <>
        <button onClick={() => setOpen(true)}>Open</button>
        {open && <Opened onClose={() => setOpen(false)} />}
      </>
    )
  }
  const page = await renderPage(<Opener />)
  const button = page.getByRole('button', { name: 'Open' })
  await button.click()
  const dialog = page.getByRole('dialog', { name: 'Opened' })
  await expect.element(dialog).toBeVisible()
  // On the way down it is heard before whoever waits for it, and also when the dialog is gone from the page.
  const told = new Promise<void>((resolve) => {
    const tell = () => {
      happened.push('the browser tells')
      resolve()
    }
    dialog.element().addEventListener('close', tell, { capture: true })
  })
  return { happened, told, page, button, dialog }
}

const ways: readonly (readonly [string, (page: Awaited<ReturnType<typeof opened>>['page']) => Promise<void>])[] = [
  ['Escape', () => userEvent.keyboard('{Escape}')],
  ['its button', (page) => page.getByRole('button', { name: 'Close' }).click()],
  ['a press beside it', async () => document.querySelector('dialog')?.click()],
]

it.each(ways)('closed by %s, it is closed for the app before the browser tells of it, and once', async (_, close) => {
  const { happened, told, page, button, dialog } = await opened()
  await close(page)
  await told
  expect(happened).toEqual(['the app knows', 'the browser tells'])
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(button).toHaveFocus()
  // Nothing that comes late closes it when it has been opened again.
  await button.click()
  await expect.element(dialog).toBeVisible()
  expect(happened).toEqual(['the app knows', 'the browser tells'])
})
