import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderDialog } from '~/testing/render-dialog'

const ids = Array.from({ length: 40 }, (_, at) => at + 1)

/** What Ctrl+C would put into the clipboard. */
function copied(): { readonly plain: string; readonly html: string } {
  const clipboardData = new DataTransfer()
  const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true })
  ;(document.activeElement ?? document.body).dispatchEvent(event)
  return { plain: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') }
}

describe('the selection of messages', () => {
  it('goes from the first to the last that is clicked with Shift, either way round', async () => {
    const { page, message } = await renderDialog({ ids })
    const bar = page.getByRole('toolbar', { name: 'Selected messages' })
    await userEvent.keyboard('{Shift>}')
    await userEvent.click(message(39))
    await expect.element(bar).toHaveTextContent('1 message selected')
    await userEvent.click(message(37))
    await expect.element(bar).toHaveTextContent('3 messages selected')
    await userEvent.click(message(40))
    await expect.element(bar).toHaveTextContent('2 messages selected')
    await userEvent.keyboard('{/Shift}')
    const { plain, html } = copied()
    expect(plain).toMatch(/^\[[^\]]+\] .+: m39\n\[[^\]]+\] .+: m40$/)
    expect(html).toContain('m40')
  })

  it('grows and shrinks by plain clicks once it is there, links included', async () => {
    const { page, message, list } = await renderDialog({
      ids,
      textOf: (id) => (id === 38 ? '[URL=https://example.com/]a link[/URL]' : `m${id}`),
    })
    const bar = page.getByRole('toolbar', { name: 'Selected messages' })
    await userEvent.click(message(36))
    await expect.element(bar).not.toBeInTheDocument()
    await userEvent.keyboard('{Control>}')
    await userEvent.click(message(36))
    await userEvent.keyboard('{/Control}')
    await userEvent.click(message(40))
    await userEvent.click(list.getByRole('link', { name: 'a link' }))
    await expect.element(bar).toHaveTextContent('3 messages selected')
    expect(copied().plain).toMatch(/: m36\n.+: a link.*\n.+: m40$/)
    await userEvent.click(message(40))
    await expect.element(bar).toHaveTextContent('2 messages selected')
    history.back()
    await expect.element(bar).not.toBeInTheDocument()
  })

  it('grows and shrinks with the focus by Shift and arrows, and is given up by Escape', async () => {
    const { page, rowOf } = await renderDialog({ ids })
    const bar = page.getByRole('toolbar', { name: 'Selected messages' })
    rowOf(38).focus()
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}')
    await expect.element(bar).toHaveTextContent('2 messages selected')
    await expect.poll(() => document.activeElement).toBe(rowOf(37))
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}')
    await expect.element(bar).toHaveTextContent('3 messages selected')
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await expect.element(bar).toHaveTextContent('2 messages selected')
    await userEvent.keyboard('{Escape}')
    await expect.element(bar).not.toBeInTheDocument()
    expect(document.activeElement).toBe(rowOf(37))
  })

  it('goes on beyond what is on the screen', async () => {
    const { page, rowOf, list } = await renderDialog({ ids })
    rowOf(38).focus()
    for (let id = 37; id >= 20; id--) {
      await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}')
      await expect.poll(() => document.activeElement).toBe(rowOf(id))
    }
    await expect.element(page.getByRole('toolbar')).toHaveTextContent('19 messages selected')
    const row = rowOf(20).getBoundingClientRect()
    const box = list.element().getBoundingClientRect()
    expect(row.top).toBeGreaterThanOrEqual(box.top - 1)
    expect(row.bottom).toBeLessThanOrEqual(box.bottom + 1)
  })

  it('leaves the copying of nothing to the browser', async () => {
    await renderDialog({ ids })
    expect(copied()).toEqual({ plain: '', html: '' })
  })
})
