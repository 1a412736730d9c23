import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { InDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { KeysDialog } from './KeysDialog.tsx'

async function openKeys() {
  localStorage.removeItem('letter-keys')
  const close = vi.fn()
  const page = await renderPage(
    <InDialog>
      <KeysDialog onClose={close} />
    </InDialog>,
  )
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect.element(dialog).toBeVisible()
  /** What a key does, and how it is written. */
  const lineOf = (text: string) => {
    const term = [...dialog.element().querySelectorAll('dt')].find((each) => each.firstChild?.textContent === text)
    return { isOff: term?.parentElement?.dataset['off'] !== undefined, keys: term?.nextElementSibling?.textContent?.trim() }
  }
  return { page, dialog, close, lineOf, letters: page.getByRole('switch') }
}

it('tells the keys by where they work, each as keyboards have it', async () => {
  const { dialog, lineOf } = await openKeys()
  const groups = dialog.getByRole('region')
  await expect.poll(() => groups.elements().length).toBeGreaterThan(4)
  // Each group is told by its own heading.
  for (const group of groups.elements()) expect(group.querySelector('h3')?.textContent).not.toBe('')
  expect(lineOf('Find in what is loaded; pressed again, the browser’s own search').keys).toBe('Ctrl+F')
  expect(lineOf('Next mention of you').keys).toBe('M')
  expect(lineOf('Previous mention of you').keys).toBe('Shift+M')
})

it('letters that are switched off are told to be off, in this browser from now on, and combinations are not', async () => {
  const { letters, lineOf } = await openKeys()
  await expect.element(letters).toBeChecked()
  await userEvent.click(letters)
  await expect.poll(() => lineOf('Next mention of you').isOff).toBe(true)
  expect(lineOf('Find in what is loaded; pressed again, the browser’s own search').isOff).toBe(false)
  expect(localStorage.getItem('letter-keys')).toBe('off')
  await userEvent.click(letters)
  await expect.poll(() => lineOf('Next mention of you').isOff).toBe(false)
})

it('Escape closes it', async () => {
  const { close } = await openKeys()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => close.mock.calls.length).toBe(1)
})
