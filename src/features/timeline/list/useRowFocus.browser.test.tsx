import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderDialog } from '~/testing/render-dialog'
import { scrollByHand } from '~/testing/scroll-by-hand'

const ids = Array.from({ length: 300 }, (_, at) => at + 1)

const focusedId = (): number | null =>
  Number(document.activeElement?.querySelector<HTMLElement>('[data-message-id]')?.dataset['messageId']) || null

/** Whether the focused row is fully visible. */
function isInSight(list: Element): boolean {
  const row = document.activeElement?.getBoundingClientRect()
  const box = list.getBoundingClientRect()
  return row !== undefined && row.top >= box.top - 1 && row.bottom <= box.bottom + 1
}

async function openAtList() {
  const dialog = await renderDialog({ ids })
  const list = dialog.list.element() as HTMLElement
  list.focus()
  return { ...dialog, list }
}

/** Whether any of a row can be seen. */
function isInView(list: Element, row: Element): boolean {
  const box = list.getBoundingClientRect()
  const { top, bottom } = row.getBoundingClientRect()
  return bottom > box.top && top < box.bottom
}

describe('the keyboard in the messages', () => {
  it('goes by Tab from the list to a message in sight, and back', async () => {
    const { list } = await openAtList()
    await userEvent.keyboard('{Tab}')
    await expect.poll(focusedId).not.toBeNull()
    expect(isInSight(list)).toBe(true)
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    await expect.poll(() => document.activeElement).toBe(list)
    // It stays there when other rows are mounted.
    const mounted = () => list.querySelector('article')?.dataset['rowKey']
    const before = mounted()
    scrollByHand(list, -900)
    await expect.poll(mounted).not.toBe(before)
    expect(document.activeElement).toBe(list)
  })

  it('reaches one message, which is in sight wherever the list has been scrolled to', async () => {
    const { list } = await openAtList()
    const end = list.scrollTop
    const reachable = () => [...list.querySelectorAll<HTMLElement>('article[tabindex="0"]')]
    for (const up of [0, 17, 40, 140, 333, 350, 700, 1_111]) {
      scrollByHand(list, end - up - list.scrollTop)
      await expect.poll(() => list.dataset['scrolling']).toBeUndefined()
      await expect.poll(() => reachable().map((row) => isInView(list, row)), { message: `${up} px up` }).toEqual([true])
    }
  })

  it('reaches one that is in sight once messages have stopped flying past', async () => {
    const { list } = await openAtList()
    const reached = () => list.querySelectorAll('article[tabindex="0"]')
    const before = reached()[0]
    for (let frame = 0; frame < 12; frame++) {
      scrollByHand(list, -150)
      await new Promise(requestAnimationFrame)
    }
    await expect.poll(() => list.dataset['scrolling']).toBeUndefined()
    await expect.poll(() => [...reached()].map((row) => isInView(list, row))).toEqual([true])
    expect(reached()[0]).not.toBe(before)
  })

  it('goes from message to message, and what has the focus is in sight', async () => {
    const { rowOf, list } = await openAtList()
    rowOf(300).focus()
    for (let id = 299; id > 270; id--) {
      await userEvent.keyboard('{ArrowUp}')
      await expect.poll(focusedId).toBe(id)
      await expect.poll(() => isInSight(list)).toBe(true)
    }
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(focusedId).toBe(272)
  })

  it('has one message at a time that Tab reaches', async () => {
    const { rowOf, list } = await openAtList()
    const reachable = () => list.querySelectorAll('article[tabindex="0"]').length
    expect(reachable()).toBe(1)
    rowOf(298).focus()
    await expect.poll(() => list.querySelector('article[tabindex="0"]')).toBe(rowOf(298))
    expect(reachable()).toBe(1)
  })

  it('keeps a message that has the focus, however far it is scrolled away', async () => {
    const { rowOf, list } = await openAtList()
    const row = rowOf(299)
    row.focus()
    // So far that no row near the focused one is kept for where the reader comes from.
    await expect
      .poll(() => {
        scrollByHand(list, -500)
        const top = list.querySelector('[data-message-id="150"]')?.getBoundingClientRect().top
        return top !== undefined && top > list.getBoundingClientRect().top
      })
      .toBe(true)
    await expect.poll(() => list.querySelector('[data-message-id="290"]')).toBeNull()
    expect(document.activeElement).toBe(row)
    await userEvent.keyboard('{ArrowUp}')
    await expect.poll(focusedId).toBe(298)
    await expect.poll(() => isInSight(list)).toBe(true)
  })

  it('goes to both ends of the chat, where it goes on from the message that was gone to', async () => {
    const { page } = await openAtList()
    // Each end is shown by a list of its own.
    const inList = (selector: string) => page.getByTestId('message-list').query()?.querySelector(selector) ?? null
    await userEvent.keyboard('{Control>}{Home}{/Control}')
    await expect.poll(() => inList('[data-message-id="1"]')).not.toBeNull()
    await expect.poll(() => inList('[data-edge="oldest"]')).not.toBeNull()
    await expect.poll(focusedId).toBe(1)
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(focusedId).toBe(2)
    await userEvent.keyboard('{Control>}{End}{/Control}')
    await expect.poll(() => inList('[data-message-id="300"]')).not.toBeNull()
    await expect.poll(focusedId).toBe(300)
    await userEvent.keyboard('{ArrowUp}')
    await expect.poll(focusedId).toBe(299)
  })

  it('goes on from the message that a quote leads to, near or far, and from the latest that its button leads to', async () => {
    const line = '-'.repeat(54)
    const quoting = (id: number) => `${line}\nAnn [03.03.2026 22:10] #chat1/${id}\nWords\n${line}\nAnd more`
    const quotes = new Map([
      [299, 290],
      [288, 20],
    ])
    const { page, rowOf } = await renderDialog({ ids, textOf: (id) => (quotes.has(id) ? quoting(quotes.get(id) ?? 0) : `m${id}`) })
    const press = async (button: HTMLElement | null | undefined) => {
      button?.focus()
      await userEvent.keyboard('{Enter}')
    }
    const quoted = async (id: number) => {
      const link = () => rowOf(id).querySelector<HTMLElement>('blockquote a')
      await expect.poll(link).not.toBeNull()
      return link()
    }
    await press(await quoted(299))
    await expect.poll(focusedId).toBe(290)
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    await expect.poll(focusedId).toBe(288)
    await press(await quoted(288))
    await expect.poll(focusedId).toBe(20)
    expect(isInSight(page.getByTestId('message-list').element())).toBe(true)
    await press(page.getByRole('button', { name: 'Jump to latest' }).element() as HTMLElement)
    await expect.poll(focusedId).toBe(300)
    await userEvent.keyboard('{ArrowUp}')
    await expect.poll(focusedId).toBe(299)
  })
})
