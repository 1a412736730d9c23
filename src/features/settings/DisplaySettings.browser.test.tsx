import { useState } from 'react'
import { expect, it } from 'vitest'
import { page as viewport, userEvent } from 'vitest/browser'
import { defaultDisplay, type Display } from '~/dialog/state/display'
import { InDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { DisplaySettings } from './DisplaySettings.tsx'

it('every setting is a choice in words whose state can be seen, behind one button and by keyboard alone', async () => {
  const chosen: Display[] = []
  function Settings() {
    const [display, setDisplay] = useState(defaultDisplay)
    return (
      <div style={{ position: 'fixed', insetBlockEnd: 8, insetInlineStart: 8 }}>
        <DisplaySettings
          display={display}
          onChange={(changed) => {
            chosen.push(changed)
            setDisplay(changed)
          }}
        />
      </div>
    )
  }
  const page = await renderPage(
    <InDialog>
      <Settings />
    </InDialog>,
  )
  const button = page.getByRole('button', { name: 'Settings' })
  ;(button.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await expect.element(settings.getByRole('combobox', { name: 'Theme' })).toHaveFocus()
  const words = ['Theme', 'Density', 'Times and dates', 'Lists, tables and headings', 'Language'].map(
    (name) => (settings.getByRole('combobox', { name }).element() as HTMLSelectElement).selectedOptions[0]?.text,
  )
  expect(words).toEqual(['System', 'Comfortable', 'My time', 'As typed', 'Automatic'])
  await userEvent.selectOptions(settings.getByRole('combobox', { name: 'Theme' }), 'Dark')
  await userEvent.selectOptions(settings.getByRole('combobox', { name: 'Lists, tables and headings' }), 'Formatted')
  const pictures = settings.getByRole('switch', { name: /^Load external pictures automatically/ })
  await expect.element(pictures).not.toBeChecked()
  await userEvent.click(pictures)
  await expect.element(pictures).toBeChecked()
  expect(chosen.at(-1)).toEqual({ ...defaultDisplay, theme: 'dark', richMarkup: true, showExternalImages: true })
  await userEvent.keyboard('{Escape}')
  await expect.element(settings).not.toBeInTheDocument()
  await expect.element(button).toHaveFocus()
})

it('with letters twice as large no field covers the words beside it', async () => {
  await viewport.viewport(390, 844)
  document.documentElement.style.fontSize = '32px'
  const page = await renderPage(
    <InDialog>
      <div style={{ position: 'fixed', insetBlockEnd: 8, insetInlineEnd: 8 }}>
        <DisplaySettings display={defaultDisplay} onChange={() => {}} />
      </div>
    </InDialog>,
  )
  await userEvent.click(page.getByRole('button', { name: 'Settings' }))
  const fields = page.getByRole('combobox')
  await expect.element(fields.first()).toBeVisible()
  for (const field of fields.elements() as HTMLSelectElement[]) {
    const [words, box] = [field.labels[0], field].map((element) => element?.getBoundingClientRect() ?? new DOMRect())
    expect(words && box && (words.bottom <= box.top || words.right <= box.left)).toBe(true)
    expect(field.labels[0]?.scrollWidth).toBeLessThanOrEqual(field.labels[0]?.clientWidth ?? 0)
  }
  document.documentElement.style.fontSize = ''
  await viewport.viewport(1000, 700)
})
