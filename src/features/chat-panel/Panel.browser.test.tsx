import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderDialog } from '~/testing/render-dialog'

const ids = [1, 2, 3]
const member = (id: number) => ({
  id,
  name: `Member ${id}`,
  first_name: 'Member',
  last_name: String(id),
  active: true,
  work_position: 'Reader',
})
const members = Array.from({ length: 150 }, (_, at) => member(at + 1))
const NAME = 'Members and files'

async function openPanel() {
  const { page } = await renderDialog({ ids, answers: { 'im.dialog.users.list': () => members } })
  const opener = page.getByRole('button', { name: NAME })
  await userEvent.click(opener)
  const panel = page.getByRole('complementary', { name: NAME })
  await expect.element(panel).toBeVisible()
  return { page, opener, panel }
}

describe('the panel of a chat', () => {
  it('takes the focus, and gives it back by Escape and by its button', async () => {
    const { panel, opener } = await openPanel()
    await expect.poll(() => panel.element().contains(document.activeElement)).toBe(true)
    await userEvent.keyboard('{Escape}')
    await expect.element(panel).not.toBeInTheDocument()
    await expect.element(opener).toHaveFocus()
    await userEvent.click(opener)
    await userEvent.click(panel.getByRole('button', { name: 'Close' }))
    await expect.element(opener).toHaveFocus()
  })

  it('has tabs of which one is reached by Tab, and the others by arrows, round and round', async () => {
    const { panel } = await openPanel()
    const tabs = panel.getByRole('tab')
    await expect.element(tabs.first()).toHaveAttribute('aria-selected', 'true')
    expect(tabs.elements().filter((tab) => (tab as HTMLElement).tabIndex === 0)).toHaveLength(1)
    ;(tabs.first().element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(tabs.last()).toHaveFocus()
    await expect.element(tabs.last()).toHaveAttribute('aria-selected', 'true')
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await expect.element(tabs.nth(1)).toHaveFocus()
    await expect.element(panel.getByRole('tabpanel')).toHaveAccessibleName('Media')
  })

  it('finds members by a part of the name, and mounts of many only those in sight', async () => {
    const { panel } = await openPanel()
    const items = panel.getByRole('listitem')
    await expect.element(items.first()).toHaveTextContent('Member 1')
    expect(items.elements().length).toBeLessThan(40)
    await userEvent.fill(panel.getByRole('searchbox'), 'member 77')
    await expect.poll(() => items.elements().length).toBe(1)
    await expect.element(items.first()).toHaveTextContent('Member 77')
  })

  it('reaches the last member by scrolling', async () => {
    const { panel } = await openPanel()
    await expect.element(panel.getByRole('listitem').first()).toBeVisible()
    const list = panel.getByRole('list').element()
    const scroller = [list, ...list.querySelectorAll('*'), list.parentElement ?? list].find(
      ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 100,
    )
    if (!scroller) throw new Error('nothing scrolls in the panel')
    scroller.scrollTop = scroller.scrollHeight
    await expect.element(panel.getByText('Member 150')).toBeVisible()
  })

  it.each([
    ['is closed', async ({ panel }: Scanning) => userEvent.click(panel.getByRole('button', { name: 'Close the panel' }))],
    ['goes with its chat', async ({ page }: Scanning) => page.unmount()],
  ])('ends its scan when it %s, and not when another tab is chosen', async (_, end) => {
    const scanning = await startScan()
    const { panel, signals } = scanning
    await userEvent.click(panel.getByRole('tab', { name: 'Members' }))
    await userEvent.click(panel.getByRole('tab', { name: 'Links' }))
    await expect.element(panel.getByRole('button', { name: 'Stop' })).toBeVisible()
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])
    await end(scanning)
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  })
})

/** A scan whose answer does not come. */
async function startScan() {
  const signals: AbortSignal[] = []
  const { page } = await renderDialog({
    ids,
    answers: { 'im.dialog.users.list': () => members },
    batch: (commands, { signal } = {}) => {
      if (signal && 'p1' in commands) signals.push(signal)
      return new Promise(() => {})
    },
  })
  await userEvent.click(page.getByRole('button', { name: NAME }))
  const panel = page.getByRole('complementary', { name: NAME })
  await userEvent.click(panel.getByRole('tab', { name: 'Files' }))
  await userEvent.click(panel.getByRole('button', { name: 'Scan older messages' }))
  await expect.poll(() => signals.length).toBe(1)
  return { page, panel, signals }
}

type Scanning = Awaited<ReturnType<typeof startScan>>
