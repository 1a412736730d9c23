import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError } from '~/domain/portal/portal-error'
import { tellBack } from '~/lib/on-return'
import { renderDialog } from '~/testing/render-dialog'
import { scrollByHand } from '~/testing/scroll-by-hand'

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
    const scroller = panel.getByRole('group', { name: 'Members' }).element()
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

it('a scan that an ended access interrupts says nothing of its own about it, and goes on once the portal accepts the reader again', async () => {
  const { page, panel, scans, end } = await openScan()
  await userEvent.click(panel.getByRole('button', { name: 'Scan older messages' }))
  await expect.poll(() => scans()).toBe(1)
  end(new PortalError('auth', 'no', { detail: 'INVALID_CREDENTIALS' }))
  await expect.element(panel.getByRole('button', { name: 'Scan older messages' })).toBeVisible()
  await expect.element(panel.getByRole('status')).not.toHaveTextContent('session')
  expect(page.getByRole('button', { name: 'Retry' }).elements()).toHaveLength(0)
  tellBack()
  await expect.poll(() => scans()).toBe(2)
})

/** Messages of many lines, so that another width breaks them elsewhere. */
const longText = (id: number) => `m${id} ${'reads on and on '.repeat(20)}`
const many = Array.from({ length: 120 }, (_, at) => at + 1)

describe('a panel for which there is room', () => {
  it('stands beside the messages, and the one that is read stays where it is when it comes and goes', async () => {
    const { page, list, rowOf } = await renderDialog({ ids: many, textOf: longText, answers: { 'im.dialog.users.list': () => members } })
    const scroller = list.element()
    scrollByHand(scroller, -1_500)
    const middle = () => scroller.getBoundingClientRect().top + scroller.clientHeight / 2
    const atMiddle = () =>
      [...scroller.querySelectorAll('article')].find(({ firstElementChild: row }) => {
        const box = row?.getBoundingClientRect()
        return box !== undefined && box.top > middle() - 80 && box.top <= middle()
      })
    await expect.poll(() => atMiddle() !== undefined && !('scrolling' in (scroller as HTMLElement).dataset)).toBe(true)
    const id = Number(atMiddle()?.querySelector<HTMLElement>('[data-message-id]')?.dataset['messageId'])
    const top = () => rowOf(id).getBoundingClientRect().top
    const before = { top: top(), width: scroller.clientWidth, height: rowOf(id).offsetHeight }
    const opener = page.getByRole('button', { name: NAME })
    await userEvent.click(opener)
    const panel = page.getByRole('complementary', { name: NAME })
    await expect.element(panel.getByRole('searchbox')).toBeVisible()
    expect(scroller.getBoundingClientRect().right).toBeLessThanOrEqual(panel.element().getBoundingClientRect().left)
    expect(scroller.clientWidth).toBeLessThan(before.width - 300)
    await expect.poll(() => rowOf(id).offsetHeight).toBeGreaterThan(before.height)
    expect(Math.abs(top() - before.top)).toBeLessThanOrEqual(1)
    await userEvent.click(opener)
    await expect.poll(() => scroller.clientWidth).toBe(before.width)
    await expect.poll(() => Math.abs(top() - before.top)).toBeLessThanOrEqual(1)
  })

  it('is found as it was left after a jump elsewhere, and when it is opened again', async () => {
    const { page } = await renderDialog({ ids: many, textOf: (id) => `https://example.org/${id}` })
    const opener = page.getByRole('button', { name: NAME })
    await userEvent.click(opener)
    const panel = page.getByRole('complementary', { name: NAME })
    await userEvent.click(panel.getByRole('tab', { name: 'Links' }))
    await userEvent.fill(panel.getByRole('searchbox'), 'example')
    await expect.element(panel.getByRole('listitem').first()).toBeVisible()
    const scrolled = () => panel.getByRole('group', { name: 'Links' }).element()
    scrolled().scrollTop = 400
    await expect.poll(() => scrolled().scrollTop).toBe(400)
    const isAsItWas = async () => {
      await expect.element(panel.getByRole('tab', { name: 'Links' })).toHaveAttribute('aria-selected', 'true')
      await expect.element(panel.getByRole('searchbox')).toHaveValue('example')
      await expect.poll(() => scrolled().scrollTop).toBe(400)
    }
    const list = page.getByTestId('message-list')
    ;(list.element() as HTMLElement).focus()
    await userEvent.keyboard('{Control>}{Home}{/Control}')
    await expect.poll(() => list.query()?.querySelector('[data-message-id="1"]') ?? null).not.toBeNull()
    await isAsItWas()
    await userEvent.click(opener)
    await expect.element(panel).not.toBeInTheDocument()
    await userEvent.click(opener)
    await isAsItWas()
  })
})

describe('a panel for which there is no room', () => {
  async function openSheet() {
    const { page, rowOf } = await renderDialog({ ids, textOf: (id) => `https://example.org/${id}`, width: 600 })
    const opener = page.getByRole('button', { name: NAME })
    await userEvent.click(opener)
    const sheet = page.getByRole('dialog', { name: NAME })
    await expect.element(sheet.getByRole('button', { name: 'Close' })).toHaveFocus()
    return { page, opener, sheet, rowOf }
  }

  it('lies over a scrim and keeps the focus; Escape and a press beside it close it, and the focus returns', async () => {
    const { opener, sheet } = await openSheet()
    for (let step = 0; step < 12; step++) {
      await userEvent.keyboard('{Tab}')
      // Beyond the last the browser itself may have it, and nothing beneath the sheet.
      expect(document.activeElement === document.body || sheet.element().contains(document.activeElement)).toBe(true)
    }
    await userEvent.keyboard('{Escape}')
    await expect.element(sheet).not.toBeInTheDocument()
    await expect.element(opener).toHaveFocus()
    await userEvent.click(opener)
    await expect.element(sheet).toBeVisible()
    await userEvent.click(sheet, { position: { x: -100, y: 300 }, force: true })
    await expect.element(sheet).not.toBeInTheDocument()
    await expect.element(opener).toHaveFocus()
  })

  it('makes way for a message that is jumped to, and is found as it was left', async () => {
    const { page, opener, sheet, rowOf } = await openSheet()
    await userEvent.click(sheet.getByRole('tab', { name: 'Links' }))
    await userEvent.click(sheet.getByRole('link', { name: 'Show in chat' }).first())
    await expect.element(sheet).not.toBeInTheDocument()
    await expect.element(page.getByTestId('message-list')).toBeVisible()
    await expect.poll(() => rowOf(3).querySelector('[data-highlighted]')).not.toBeNull()
    await userEvent.click(opener)
    await expect.element(sheet.getByRole('tab', { name: 'Links' })).toHaveAttribute('aria-selected', 'true')
  })
})

describe('what the panel lists', () => {
  it('opens the card of a member, which says where there is no chat with them, and nothing else is left for it', async () => {
    const refused = () => {
      throw new PortalError('access', 'no', { detail: 'ACCESS_ERROR' })
    }
    const { page } = await renderDialog({
      ids,
      answers: {
        'im.dialog.users.list': () => members,
        'im.user.get': () => member(2),
        'im.dialog.get': ({ DIALOG_ID }) => (DIALOG_ID === 'chat1' ? { id: 1 } : refused()),
      },
    })
    await userEvent.click(page.getByRole('button', { name: NAME }))
    await userEvent.click(
      page
        .getByRole('complementary', { name: NAME })
        .getByRole('button', { name: /^Member 2/ })
        .first(),
    )
    const card = page.getByTestId('mention-card')
    await expect.element(card).toHaveTextContent('Member 2Reader')
    await userEvent.click(card.getByRole('link', { name: 'Open chat' }))
    await expect.element(card.getByRole('status')).toHaveTextContent('You have no chat with Member 2 yet.')
    await expect.element(page.getByTestId('message-list')).toBeVisible()
  })

  it('begins every name at the same edge, whatever its direction, and leaves date and size beside a long one', async () => {
    const names = ['Anna Johnson', 'דוד כהן', 'Johanna-Konstantina von Hohenzollern-Sigmaringen the Third']
    const people = names.map((name, at) => ({ ...member(600 + at), name, first_name: name, last_name: '', work_position: 'Reader' }))
    const { page } = await renderDialog({
      ids: [],
      answers: {
        'im.dialog.users.list': () => people,
        'im.dialog.messages.get': () => ({
          chat_id: 1,
          messages: people.map(({ id }, at) => ({
            id: at + 1,
            chat_id: 1,
            author_id: id,
            date: '2024-09-12T12:00:00+03:00',
            text: '',
            params: { FILE_ID: [at + 1] },
          })),
          users: people,
          files: [1, 2, 3].map((id) => ({ id, chatId: 1, name: 'a.pdf', type: 'file', extension: 'pdf', size: 1_000_000, status: 'done' })),
        }),
      },
    })
    await userEvent.click(page.getByRole('button', { name: NAME }))
    const panel = page.getByRole('complementary', { name: NAME })
    const textBox = (words: RegExp) => {
      const range = document.createRange()
      range.selectNodeContents(panel.getByText(words).first().element())
      return range.getBoundingClientRect()
    }
    await expect.element(panel.getByText(names[2] ?? '')).toBeVisible()
    const lefts = [/^Anna/, /^דוד/, /^Johanna/].map((name) => Math.round(textBox(name).left))
    expect(new Set(lefts).size).toBe(1)
    await userEvent.click(panel.getByRole('tab', { name: 'Files' }))
    await expect.element(panel.getByText(/^Johanna/)).toBeVisible()
    for (const facts of panel.getByText(/^ · 12 Sept 2024 · 1\sMB$/).elements())
      expect(facts.scrollWidth).toBeLessThanOrEqual(facts.clientWidth)
    expect(panel.getByText(/^ · 12 Sept 2024 · 1\sMB$/).elements()).toHaveLength(3)
  })

  it('names those who have sent it as their pages do, and finds it by their names, by month and by day', async () => {
    const { page } = await renderDialog({
      ids: [],
      answers: {
        'im.dialog.messages.get': () => ({
          chat_id: 1,
          messages: ['2024-09-12', '2024-09-30', '2024-10-01'].map((day, at) => ({
            id: at + 1,
            chat_id: 1,
            author_id: 600 + at,
            date: `${day}T12:00:00+03:00`,
            text: '',
            params: { FILE_ID: [at + 1] },
          })),
          users: [600, 601, 602].map((id) => ({ id, name: `Author ${id}`, active: true })),
          files: [1, 2, 3].map((id) => ({
            id,
            chatId: 1,
            name: `paper ${id}.pdf`,
            type: 'file',
            extension: 'pdf',
            size: 1_000_000,
            status: 'done',
          })),
        }),
      },
    })
    await userEvent.click(page.getByRole('button', { name: NAME }))
    const panel = page.getByRole('complementary', { name: NAME })
    await userEvent.click(panel.getByRole('tab', { name: 'Files' }))
    await expect.element(panel).toHaveTextContent(/Save 3 files\s*3\sMB in all/)
    expect(
      panel
        .getByRole('heading')
        .elements()
        .map(({ textContent }) => textContent),
    ).toEqual(['October 2024', 'September 2024'])
    for (const [find, found] of [
      ['author 601', 'paper 2'],
      ['october 2024', 'paper 3'],
      ['12.09.2024', 'paper 1'],
      ['30 сентября', 'paper 2'],
      ['2024-10', 'paper 3'],
    ] as const) {
      await userEvent.fill(panel.getByRole('searchbox'), find)
      await expect.poll(() => panel.getByRole('listitem').elements().length).toBe(1)
      await expect.element(panel.getByRole('listitem')).toHaveTextContent(found)
    }
  })
})

/** The files of a chat whose older messages have not been looked through; a scan is answered by `end`. */
async function openScan() {
  const signals: AbortSignal[] = []
  let end: (error: Error) => void = () => {}
  const { page } = await renderDialog({
    ids,
    answers: { 'im.dialog.users.list': () => members },
    batch: (commands, { signal } = {}) => {
      if (signal && 'p1' in commands) signals.push(signal)
      return new Promise((_, reject) => {
        end = reject
      })
    },
  })
  await userEvent.click(page.getByRole('button', { name: NAME }))
  const panel = page.getByRole('complementary', { name: NAME })
  await userEvent.click(panel.getByRole('tab', { name: 'Files' }))
  return { page, panel, signals, scans: () => signals.length, end: (error: Error) => end(error) }
}

/** A scan whose answer does not come. */
async function startScan() {
  const opened = await openScan()
  await userEvent.click(opened.panel.getByRole('button', { name: 'Scan older messages' }))
  await expect.poll(opened.scans).toBe(1)
  return opened
}

type Scanning = Awaited<ReturnType<typeof startScan>>
