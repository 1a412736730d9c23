import { describe, expect, it, vi } from 'vitest'
import { page as viewport, userEvent } from 'vitest/browser'
import { renderDialog } from '~/testing/render-dialog'
import { scrollByHand } from '~/testing/scroll-by-hand'

const ids = Array.from({ length: 40 }, (_, at) => at + 1)

/** @param more of each name @param width of the dialog, px */
async function open(more = '', width = 800) {
  const { page, list } = await renderDialog({ ids, width, textOf: (id) => `[USER=${500 + id}]${`Person ${id} ${more}`.trim()}[/USER]` })
  return {
    mention: (id: number) => page.getByRole('button', { name: `Person ${id} ${more}`.trim(), exact: true }),
    card: page.getByTestId('mention-card'),
    header: page.getByRole('heading', { level: 1 }),
    list: list.element(),
  }
}

/** Whether a place stays the same for some frames. */
async function atRest(place: () => number): Promise<boolean> {
  const before = place()
  for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame)
  return place() === before
}

describe('the card of a person', () => {
  it('stands beside the mention that was pressed, and goes by a press elsewhere', async () => {
    const { mention, card, header } = await open()
    await userEvent.click(mention(40))
    await expect.element(card).toHaveTextContent('Person 40')
    const box = card.element().getBoundingClientRect()
    const name = mention(40).element().getBoundingClientRect()
    expect(box.bottom < name.top || box.top > name.bottom).toBe(true)
    await userEvent.click(mention(37))
    await expect.element(card).toHaveTextContent('Person 37')
    await userEvent.click(header)
    await expect.element(card).not.toBeInTheDocument()
  })

  it('lies inside of a window that is too low for it, and scrolls', async () => {
    await viewport.viewport(320, 300)
    // As wide as its dialog, as windows are.
    const { mention, card } = await open('of a house with a very long name indeed '.repeat(8), 320)
    // A card goes when the name beside it moves: rows of this height are still measured after they have come.
    const top = () => mention(39).element().getBoundingClientRect().top
    await expect.poll(() => atRest(top)).toBe(true)
    await userEvent.click(mention(39))
    await expect.element(card).toBeVisible()
    const box = card.element().getBoundingClientRect()
    expect(box.top).toBeGreaterThanOrEqual(0)
    expect(box.bottom).toBeLessThanOrEqual(innerHeight)
    expect(card.element().scrollHeight).toBeGreaterThan(card.element().clientHeight)
    await viewport.viewport(1000, 700)
  })

  it('leads to what they have written before the message that it was opened from, and goes', async () => {
    const { page, rowOf } = await renderDialog({ ids, textOf: (id) => `[USER=7]Person ${id}[/USER]` })
    const name = page.getByRole('button', { name: 'Person 38', exact: true })
    ;(name.element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.click(page.getByRole('button', { name: 'Previous message', exact: true }))
    await expect.poll(() => rowOf(37).querySelector('[data-highlighted]')).not.toBeNull()
    await expect.element(page.getByTestId('mention-card')).not.toBeInTheDocument()
    // Whoever has opened it by a key goes on by keys.
    await expect.poll(() => document.activeElement).toBe(rowOf(37))
    await expect.element(page.getByRole('region', { name: 'From message to message' })).toBeVisible()
  })

  it('stays when it was asked for by a press', async () => {
    const { mention, card } = await open()
    await userEvent.click(mention(40))
    await expect.element(card).toBeVisible()
    await userEvent.keyboard('{Escape}')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await userEvent.click(mention(38))
      vi.advanceTimersByTime(1_000)
      await expect.element(card).toHaveTextContent('Person 38')
    } finally {
      vi.useRealTimers()
    }
  })

  it('has the focus when it is asked for by key, and gives it back by Escape', async () => {
    const { mention, card } = await open()
    for (const key of ['{Enter}', ' ']) {
      ;(mention(38).element() as HTMLElement).focus()
      await userEvent.keyboard(key)
      await expect.element(card.getByRole('link').first()).toHaveFocus()
      await userEvent.keyboard('{Escape}')
      await expect.element(card).not.toBeInTheDocument()
    }
  })

  it('comes to a pointer that rests on a name, stays while the pointer is in it, and goes when it has left', async () => {
    const { mention, card, header } = await open()
    // The code of the card comes with the first one.
    await userEvent.click(mention(40))
    await expect.element(card).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await userEvent.hover(header)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await userEvent.hover(mention(38))
      vi.advanceTimersByTime(240)
      expect(card.query()).toBeNull()
      vi.advanceTimersByTime(10)
      await expect.element(card).toHaveTextContent('Person 38')
      await userEvent.hover(card)
      vi.advanceTimersByTime(1_000)
      await expect.element(card).toBeVisible()
      await userEvent.hover(header)
      vi.advanceTimersByTime(200)
      await expect.element(card).not.toBeInTheDocument()
    } finally {
      vi.useRealTimers()
    }
  })

  it.each(['nobody', 'somebody else'])('goes when the pointer has left it for %s, although the list moves meanwhile', async (whom) => {
    const { mention, card, header, list } = await open()
    await userEvent.hover(mention(38))
    await expect.element(card).toHaveTextContent('Person 38')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await userEvent.hover(whom === 'nobody' ? header : mention(36))
      // So often that it never comes to rest, when a mention under the pointer would show.
      for (const by of [-1, 1]) {
        vi.advanceTimersByTime(100)
        const scrolled = new Promise((resolve) => list.addEventListener('scroll', resolve, { once: true }))
        scrollByHand(list, by)
        await scrolled
      }
      vi.advanceTimersByTime(100)
    } finally {
      // What has not come by now never does.
      vi.useRealTimers()
    }
    await expect.element(card).not.toBeInTheDocument()
  })

  it('goes when its name is scrolled away', async () => {
    const { mention, card, list } = await open()
    await userEvent.click(mention(38))
    await expect.element(card).toBeVisible()
    scrollByHand(list, -300)
    await expect.element(card).not.toBeInTheDocument()
  })
})
