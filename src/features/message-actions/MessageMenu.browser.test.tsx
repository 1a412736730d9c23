import { describe, expect, it, vi } from 'vitest'
import { page as viewport, userEvent } from 'vitest/browser'
import { renderDialog } from '~/testing/render-dialog'
import { scrollByHand } from '~/testing/scroll-by-hand'

const ids = Array.from({ length: 40 }, (_, at) => at + 1)
const NAME = 'Message actions'

async function openByKey(id: number) {
  const dialog = await renderDialog({ ids })
  dialog.rowOf(id).focus()
  await userEvent.keyboard('{Shift>}{F10}{/Shift}')
  return { ...dialog, items: dialog.page.getByRole('menu').getByRole('menuitem') }
}

describe('the menu of a message', () => {
  it('takes the focus, is walked by arrows, Home and End, and goes round', async () => {
    const { items } = await openByKey(39)
    await expect.element(items.first()).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(items.nth(1)).toHaveFocus()
    await userEvent.keyboard('{End}')
    await expect.element(items.last()).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(items.first()).toHaveFocus()
    await userEvent.keyboard('{ArrowUp}')
    await expect.element(items.last()).toHaveFocus()
    await userEvent.keyboard('{Home}')
    await expect.element(items.first()).toHaveFocus()
  })

  it('gives the focus back to its message, by Escape and by what was chosen', async () => {
    const { page, rowOf } = await openByKey(39)
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
    expect(document.activeElement).toBe(rowOf(39))
    await userEvent.keyboard('{Shift>}{F10}{/Shift}')
    await userEvent.click(page.getByRole('menuitem', { name: 'Copy text' }))
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
    await expect.poll(() => document.activeElement).toBe(rowOf(39))
  })

  it('closes by a press elsewhere, which does nothing else', async () => {
    const { page, list } = await openByKey(39)
    await expect.element(page.getByRole('menu')).toBeVisible()
    await userEvent.click(list, { position: { x: 500, y: 20 }, force: true })
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
  })

  it('has its button inside of the list, also beside a message that is higher than it', async () => {
    const { page, list, rowOf } = await renderDialog({ ids: [1], textOf: () => 'a line\n'.repeat(90) })
    const box = list.element()
    box.scrollTop = 700
    const { top } = box.getBoundingClientRect()
    await userEvent.hover(list, { position: { x: 300, y: 250 }, force: true })
    const button = page.getByRole('button', { name: NAME })
    await expect.element(button).toBeVisible()
    expect(rowOf(1).getBoundingClientRect().top).toBeLessThan(top)
    expect(button.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(top)
  })

  it('stands inside of the page wherever it is asked for', async () => {
    const { page, message } = await renderDialog({ ids })
    const { width, height } = document.documentElement.getBoundingClientRect()
    for (const position of [
      { x: 1, y: 1 },
      { x: 10, y: 12 },
    ]) {
      await userEvent.click(message(40), { button: 'right', position })
      await expect.element(page.getByRole('menuitem').first()).toHaveFocus()
      const box = page.getByRole('menu').element().getBoundingClientRect()
      expect(box.left).toBeGreaterThanOrEqual(0)
      expect(box.top).toBeGreaterThanOrEqual(0)
      expect(box.right).toBeLessThanOrEqual(width)
      expect(box.bottom).toBeLessThanOrEqual(height)
      await userEvent.keyboard('{Escape}')
    }
  })

  it('has a button at the message that the pointer is over, and another one at the next', async () => {
    const { page, message, rowOf } = await renderDialog({ ids })
    const button = page.getByRole('button', { name: NAME })
    const standsAt = (id: number) => {
      const { top } = button.element().getBoundingClientRect()
      const box = rowOf(id).getBoundingClientRect()
      return top > box.top - 20 && top < box.bottom
    }
    await userEvent.hover(message(40))
    await expect.element(button).toBeVisible()
    expect(standsAt(40)).toBe(true)
    await userEvent.hover(message(38))
    await expect.poll(() => standsAt(38)).toBe(true)
    await userEvent.click(button)
    await expect.element(page.getByRole('menu', { name: NAME })).toBeVisible()
  })

  it('opens by the other button of the mouse on its button too, under which that may have come', async () => {
    const { page, message } = await renderDialog({ ids })
    await userEvent.hover(message(40))
    await userEvent.click(page.getByRole('button', { name: NAME }), { button: 'right' })
    await expect.element(page.getByRole('menu', { name: NAME })).toBeVisible()
  })

  it('goes when its message is scrolled away', async () => {
    const { page, list } = await openByKey(39)
    await expect.element(page.getByRole('menu')).toBeVisible()
    scrollByHand(list.element(), -200)
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
  })

  it('opened by a key marks its message and stands beside it', async () => {
    const { page, rowOf } = await openByKey(30)
    const menu = page.getByRole('menu', { name: NAME })
    await expect.element(menu).toBeVisible()
    const box = menu.element().getBoundingClientRect()
    const row = rowOf(30).querySelector('[data-message-text]')?.getBoundingClientRect() ?? new DOMRect()
    expect(box.top >= row.bottom || box.bottom <= row.top).toBe(true)
    expect(Math.abs(box.left - row.left)).toBeLessThan(80)
    const background = (id: number) => getComputedStyle(rowOf(id).querySelector('[data-message-id]') as Element).backgroundColor
    expect(background(30)).not.toBe(background(29))
  })

  it('is not there for what is folded away', async () => {
    const event = (id: number) => ({ id, chat_id: 1, author_id: 0, date: '2024-09-12T12:00:00+03:00', text: `event ${id}` })
    const { page, list } = await renderDialog({
      ids: [],
      answers: {
        'im.dialog.messages.get': () => ({
          chat_id: 1,
          messages: [event(1), event(2), event(3), { ...event(4), author_id: 2, text: 'm4' }],
          users: [],
          files: [],
        }),
      },
    })
    const button = page.getByRole('button', { name: NAME })
    await userEvent.hover(list.getByText('m4'))
    await expect.element(button).toBeVisible()
    const folded = list.getByRole('button', { name: 'Show 3 events' })
    await userEvent.hover(folded)
    await expect.element(button).not.toBeInTheDocument()
    await userEvent.click(folded)
    await userEvent.hover(list.getByText('event 2'))
    await expect.element(button).toBeVisible()
  })

  it('has its button where the writing ends', async () => {
    const { page, message } = await renderDialog({ ids })
    const writing = document.createRange()
    writing.selectNodeContents(message(39).element())
    await userEvent.hover(message(39))
    const button = page.getByRole('button', { name: NAME })
    await expect.element(button).toBeVisible()
    const { left } = button.element().getBoundingClientRect()
    expect(left).toBeGreaterThan(writing.getBoundingClientRect().right)
    expect(left).toBeLessThan(writing.getBoundingClientRect().right + 300)
  })

  it.each([
    [true, 'Copied'],
    [false, 'Couldn’t copy'],
  ])('says in sight at the message whether something was copied: %s', async (works, words) => {
    const { page, rowOf } = await openByKey(39)
    const write = vi.spyOn(navigator.clipboard, 'writeText')
    const command = vi.spyOn(document, 'execCommand').mockReturnValue(false)
    if (works) write.mockResolvedValue()
    else write.mockRejectedValue(new Error('denied'))
    await userEvent.click(page.getByRole('menuitem', { name: 'Copy text' }))
    await expect.element(page.getByTestId('message-actions')).toHaveTextContent(words)
    const label = page.getByText(words).last()
    await expect.element(label).toBeVisible()
    const [box, row] = [label.element().getBoundingClientRect(), rowOf(39).getBoundingClientRect()]
    expect(Math.min(Math.abs(box.top - row.bottom), Math.abs(row.top - box.bottom))).toBeLessThan(60)
    await expect.element(label).not.toBeInTheDocument()
    write.mockRestore()
    command.mockRestore()
  })

  it('in a small window is a sheet at the lower edge, walked by arrows, that Back closes', async () => {
    await viewport.viewport(390, 700)
    const { page, items, rowOf } = await openByKey(39)
    const sheet = page.getByRole('dialog', { name: NAME })
    await expect.element(sheet).toBeVisible()
    await expect.poll(() => Math.round(sheet.element().getBoundingClientRect().bottom)).toBe(innerHeight)
    await expect.element(items.first()).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(items.nth(1)).toHaveFocus()
    history.back()
    await expect.element(sheet).not.toBeInTheDocument()
    expect(document.activeElement).toBe(rowOf(39))
    await viewport.viewport(1000, 700)
  })

  it('opens details over everything, which give the focus back to the message', async () => {
    const { page, rowOf } = await openByKey(39)
    await userEvent.click(page.getByRole('menuitem', { name: 'Details' }))
    const details = page.getByRole('dialog', { name: 'Message 39' })
    await expect.element(details).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(details).not.toBeInTheDocument()
    await expect.poll(() => document.activeElement).toBe(rowOf(39))
  })
})
