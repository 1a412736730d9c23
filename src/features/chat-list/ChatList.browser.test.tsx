import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError } from '~/domain/portal/portal-error'
import { chatListPollQuery } from '~/queries/follow-chats'
import { createQueryClient } from '~/queries/query-client'
import { fakePortal } from '~/testing/fake-portal'
import { InDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { ChatList } from './ChatList.tsx'

const chat = (n: number, counter = 0) => ({ id: `chat${n}`, title: `Chat ${n}`, counter, message: { text: `last of ${n}` } })
const chats = (count: number) => Array.from({ length: count }, (_, at) => chat(at + 1))

/** The list of forty chats, in a column that shows a few of them. */
async function openList() {
  const portal = fakePortal({ ids: [] })
  const state: { items: readonly unknown[]; refuses: PortalError | null } = { items: chats(40), refuses: null }
  portal.call = async () => {
    if (state.refuses) throw state.refuses
    return { items: state.items, hasMore: false }
  }
  const queryClient = createQueryClient()
  const opened: unknown[] = []
  const places: unknown[] = []
  const page = await renderPage(
    <InDialog
      portal={portal}
      queryClient={queryClient}
      navigation={{ hrefOf: () => '#', open: (to) => void [opened.push(to.dialogId), places.push(to)] }}
    >
      <div style={{ width: 296, height: 500 }}>
        <ChatList current={null} onClose={null} />
      </div>
    </InDialog>,
  )
  await expect.element(page.getByRole('link', { name: /Chat 40/ })).toBeInTheDocument()
  const topOf = (name: string) =>
    page
      .getByRole('link', { name: new RegExp(name) })
      .element()
      .getBoundingClientRect().top
  const scroller = page.getByRole('list').element().parentElement as HTMLElement
  const { queryKey } = chatListPollQuery(portal)
  // It is followed once it is in sight.
  await expect.poll(() => queryClient.getQueryCache().find({ queryKey })?.isDisabled()).toBe(false)
  const look = () => queryClient.refetchQueries({ queryKey })
  return { page, state, look, topOf, scroller, opened, places }
}

it('draws as many chats as a window holds, and then the others', async () => {
  const counts = new Set<number>()
  const watch = new MutationObserver(() => counts.add(document.querySelectorAll('[data-entry]').length))
  watch.observe(document.body, { childList: true, subtree: true })
  await openList()
  watch.disconnect()
  expect([...counts].filter((count) => count > 0)).toEqual([16, 40])
})

it('begins all lines at the same edge, whatever their direction', async () => {
  const { page, state, look } = await openList()
  state.items = [chat(1), { ...chat(2), message: { text: 'ממתין' } }]
  await look()
  const leftOf = (words: string) => {
    const range = document.createRange()
    range.selectNodeContents(page.getByText(words).element())
    return Math.round(range.getBoundingClientRect().left)
  }
  await expect.element(page.getByText('ממתין')).toBeVisible()
  expect(leftOf('ממתין')).toBe(leftOf('last of 1'))
})

describe('an address that is pasted in place of a name', () => {
  it('leads by Enter to the message of the chat that it names', async () => {
    const { page, places } = await openList()
    await userEvent.fill(page.getByRole('searchbox'), 'https://portal.example/online/?IM_DIALOG=chat5&IM_MESSAGE=77')
    await expect.element(page.getByRole('link', { name: /^Go to message 77/ })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    expect(places).toEqual([{ dialogId: 'chat5', messageId: 77 }])
    await expect.element(page.getByRole('searchbox')).toHaveValue('')
  })

  it('is told to be another portal’s, where it is', async () => {
    const { page } = await openList()
    await userEvent.fill(page.getByRole('searchbox'), 'https://other.example/online/?IM_DIALOG=chat5')
    await expect.element(page.getByText('This link leads to another portal: other.example.')).toBeVisible()
  })
})

describe('the list of chats by keys', () => {
  it('is one stop of Tab, and walked by arrows, Home and End', async () => {
    const { page } = await openList()
    const entry = (n: number) => page.getByRole('link').nth(n - 1)
    await userEvent.click(page.getByRole('searchbox'))
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect.element(entry(2)).toHaveFocus()
    await userEvent.keyboard('{End}')
    await expect.element(entry(40)).toHaveFocus()
    await userEvent.keyboard('{ArrowUp}')
    await expect.element(entry(39)).toHaveFocus()
    await userEvent.keyboard('{Home}{ArrowUp}')
    await expect.element(page.getByRole('searchbox')).toHaveFocus()
    await userEvent.keyboard('{Tab}')
    await expect.element(entry(1)).toHaveFocus()
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement?.closest('[data-entry]') ?? null).toBeNull()
  })

  it('finds people however their names are written, opens the first by Enter, and is cleared by Escape', async () => {
    const { page, state, look, opened } = await openList()
    state.items = [...chats(40), { id: 547, title: 'Анна Петрова', user: { id: 547, name: 'Анна Петрова' }, message: { text: '…' } }]
    await look()
    const field = page.getByRole('searchbox')
    await userEvent.type(field, 'anna')
    await expect.element(page.getByRole('link', { name: /Анна/ })).toBeVisible()
    await expect.poll(() => page.getByRole('link').elements().length).toBe(1)
    await userEvent.keyboard('{Enter}')
    expect(opened).toEqual(['547'])
    await userEvent.keyboard('{Escape}')
    await expect.element(field).toHaveValue('')
    await userEvent.type(field, 'x')
    await userEvent.click(page.getByRole('button', { name: 'Clear' }))
    await expect.element(field).toHaveValue('')
    await expect.element(field).toHaveFocus()
  })
})

describe('the list of chats follows the portal', () => {
  it('and moves neither what the reader sees of it nor the focus', async () => {
    const { page, state, look, topOf, scroller } = await openList()
    scroller.scrollTop = 600
    const link = page.getByRole('link', { name: /Chat 12/ }).element() as HTMLElement
    link.focus({ preventScroll: true })
    const before = topOf('Chat 12')
    state.items = [chat(35, 2), chat(77, 1), ...chats(40).filter(({ id }) => id !== 'chat35')]
    await look()
    await expect.element(page.getByRole('link', { name: /Chat 77/ })).toBeInTheDocument()
    expect(topOf('Chat 12')).toBeCloseTo(before, 0)
    expect(document.activeElement).toBe(link)
    // The very entry that has the focus goes to the top: the list stays where it is.
    const neighbour = topOf('Chat 13')
    state.items = [chat(12, 4), ...state.items.filter((item) => (item as { id: string }).id !== 'chat12')]
    await look()
    await expect.element(page.getByRole('link', { name: /Chat 12.*4/ })).toBeInTheDocument()
    expect(topOf('Chat 13')).toBeCloseTo(neighbour, 0)
    expect(document.activeElement).toBe(link)
  })

  it('and shows what is new at its top to a reader who is there', async () => {
    const { page, state, look, scroller } = await openList()
    state.items = [chat(35, 2), ...chats(40).filter(({ id }) => id !== 'chat35')]
    await look()
    await expect.element(page.getByRole('link').first()).toHaveAccessibleName(/Chat 35.*2 unread messages/)
    expect(scroller.scrollTop).toBe(0)
  })

  it('and its lines end where the others do, with what is pinned and silent told', async () => {
    const { page, state, look } = await openList()
    const date = new Date(Date.now() - 60_000).toISOString()
    const long = { text: 'words '.repeat(40), date }
    state.items = [
      { ...chat(1), pinned: true, message: long },
      { ...chat(2, 5), chat: { mute_list: { 1: true } }, message: long },
    ]
    await look()
    await expect.element(page.getByRole('link').first()).toHaveAccessibleName(/Chat 1.*Pinned/)
    const [pinned, silent] = page.getByRole('link').elements()
    await expect.element(page.getByRole('link').nth(1)).toHaveAccessibleName(/Chat 2.*Muted.*5 unread messages/)
    const rightOf = (link: Element | undefined, child: number) => link?.children[1 + child]?.lastElementChild?.getBoundingClientRect().right
    const right = rightOf(pinned, 0)
    expect([rightOf(pinned, 1), rightOf(silent, 0), rightOf(silent, 1)]).toEqual([right, right, right])
  })

  it('and says what keeps it from that, below, with Retry where it helps', async () => {
    const { page, state, look, topOf } = await openList()
    const before = topOf('Chat 2 last')
    state.refuses = new PortalError('portal', 'no', { detail: 'HTTP_502' })
    await look()
    const notice = page.getByRole('alert')
    await expect
      .element(notice)
      .toHaveTextContent('The portal is unavailable at the moment (HTTP 502). Try again in a minute. The list may be out of date.')
    expect(topOf('Chat 2 last')).toBe(before)
    state.refuses = null
    await userEvent.click(notice.getByRole('button', { name: 'Retry' }))
    await expect.element(notice).not.toBeInTheDocument()
    state.refuses = new PortalError('rate-limit', 'no', { detail: 'OVERLOAD_LIMIT' })
    await look()
    await expect.element(notice).toHaveTextContent('Only Bitrix24 support can lift the block.')
    expect(notice.getByRole('button').elements()).toHaveLength(0)
  })
})

it('the shapes of a list that has not come stand there at once: they have stood in the page before the app', async () => {
  const portal = fakePortal({ ids: [] })
  portal.call = () => new Promise<never>(() => {})
  const page = await renderPage(
    <InDialog portal={portal}>
      <nav>
        <ChatList current={null} onClose={null} />
      </nav>
    </InDialog>,
  )
  await expect.poll(() => page.container.querySelector('.placeholder-chats i')).not.toBeNull()
  const shapes = page.container.querySelector('.placeholder-chats') as Element
  expect(getComputedStyle(shapes.parentElement as Element).overflowY).toBe('hidden')
  const { animationName, color } = getComputedStyle(shapes)
  expect({ animationName, isSeen: color !== 'rgba(0, 0, 0, 0)' }).toEqual({ animationName: 'none', isSeen: true })
})
