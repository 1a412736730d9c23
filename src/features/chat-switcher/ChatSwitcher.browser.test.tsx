import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError } from '~/domain/portal/portal-error'
import { fakePortal } from '~/testing/fake-portal'
import { deferredLoads } from '~/ui/deferred/DeferredLoads'
import { InDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { ChatSwitcher } from './ChatSwitcher.tsx'

const chat = (n: number, title: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id: `chat${n}`,
  title,
  message: { text: '…', date: '2026-11-20T10:00:00+00:00' },
  chat: { id: n, ...more },
})

const RECENT = [
  chat(20, 'Deal #8061', { entity_type: 'CRM', type: 'crm' }),
  chat(40, 'Support', { entity_type: 'LINES', type: 'lines' }),
  { id: 547, title: 'Анна Петрова', user: { id: 547, work_position: 'Юрист' }, message: { text: '…', date: '2026-11-20T10:00:00+00:00' } },
]

/** The switcher over a portal that has three recent chats and finds more. */
async function openSwitcher(typeEarly: () => Promise<void> = async () => {}, release: Promise<void> = Promise.resolve()) {
  const portal = fakePortal({ ids: [] })
  const state = {
    failing: false,
    /** Lets the portal answer what it is asked for. */
    release,
    asked: [] as string[],
    chats: [{ id: 7, dialog_id: 'chat7', name: 'Annual plan', type: 'chat' }] as unknown[],
    /** What it says of a chat with somebody. */
    answerOf: (): Promise<unknown> => Promise.reject(new PortalError('access', 'no', { detail: 'ACCESS_ERROR' })),
    people: { 610: { id: 610, name: 'Hannah Ray', work_position: 'Marketing' } } as unknown,
  }
  portal.call = async (method) => (method === 'im.recent.list' ? { items: RECENT, hasMore: false } : [])
  portal.collect = async (method, params) => {
    state.asked.push(`${method} ${String(params['FIND'] ?? params['DIALOG_ID'])}`)
    await state.release
    if (state.failing) throw new PortalError('portal', 'no', { detail: 'HTTP_502' })
    if (method === 'im.search.chat.list') return state.chats
    if (method === 'im.search.user.list') return state.people
    return state.answerOf()
  }
  const opened: unknown[] = []
  const close = vi.fn()
  const page = await renderPage(
    <InDialog
      portal={portal}
      navigation={{ hrefOf: ({ dialogId, messageId }) => `#${dialogId}/${messageId ?? ''}`, open: (to) => opened.push(to) }}
    >
      <ChatSwitcher onClose={close} />
    </InDialog>,
  )
  await typeEarly()
  await expect.element(page.getByRole('option').first()).toBeVisible()
  const names = () =>
    page
      .getByRole('option')
      .elements()
      .map((entry) => entry.querySelector('bdi')?.textContent)
  const active = () => page.getByRole('option', { selected: true }).element().querySelector('bdi')?.textContent
  return { page, state, opened, close, names, active, field: page.getByRole('combobox') }
}

it('what is typed before the rest of it has loaded is in its field when that is there, and is gone on with', async () => {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  deferredLoads.accompany(() => released)
  const typeEarly = async () => {
    await userEvent.keyboard('ан')
    release()
  }
  // The portal does not answer: what it finds would come below.
  const { field, names } = await openSwitcher(typeEarly, new Promise(() => {}))
  await userEvent.keyboard('на')
  await expect.element(field).toHaveValue('анна')
  await expect.poll(names).toEqual(['Анна Петрова'])
})

it('has the focus in its field, offers the recent chats, and says what each is for', async () => {
  const { page, field } = await openSwitcher()
  await expect.element(field).toHaveFocus()
  await expect.element(page.getByRole('option', { name: 'Deal #8061 CRM chat' })).toBeVisible()
  await expect.element(page.getByRole('option', { name: 'Support Open channel chat' })).toBeVisible()
  await expect.element(page.getByRole('option', { name: 'Анна Петрова Юрист' })).toBeVisible()
})

it('finds a recent chat at once however its name is written, and opens it by Enter', async () => {
  const { opened, close, names, state } = await openSwitcher()
  state.release = new Promise(() => {})
  await userEvent.keyboard('anna')
  expect(names()).toEqual(['Анна Петрова'])
  await userEvent.keyboard('{Enter}')
  expect(opened).toEqual([{ dialogId: '547' }])
  expect(close).toHaveBeenCalledOnce()
})

it('adds what the portal finds below, and what is chosen stays chosen', async () => {
  const { page, state, field, names, active, opened } = await openSwitcher()
  let answer = () => {}
  state.release = new Promise((resolve) => {
    answer = resolve
  })
  // At once: of slow typing, what was typed first would be asked for as well.
  await userEvent.fill(field, 'ann')
  await expect.poll(() => state.asked).toEqual(['im.search.chat.list ann', 'im.search.user.list ann'])
  expect([names(), active()]).toEqual([['Анна Петрова'], 'Анна Петрова'])
  answer()
  await expect.element(page.getByRole('option', { name: 'Hannah Ray Marketing' })).toBeVisible()
  expect([names(), active()]).toEqual([['Анна Петрова', 'Annual plan', 'Hannah Ray'], 'Анна Петрова'])
  await userEvent.keyboard('{ArrowDown}')
  await expect.poll(active).toBe('Annual plan')
  await userEvent.keyboard('{Enter}')
  expect(opened).toEqual([{ dialogId: 'chat7' }])
})

it('says so where there is no chat with somebody, and stays', async () => {
  const { page, state, opened, close } = await openSwitcher()
  state.chats = []
  await userEvent.keyboard('hannah')
  await expect.element(page.getByRole('option', { name: /Hannah/ })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('status')).toHaveTextContent('You have no chat with Hannah Ray yet.')
  expect([opened, close.mock.calls]).toEqual([[], []])
})

it('whoever has chosen somebody and types on, or chooses somebody else, is not taken where they first wanted to go', async () => {
  const { page, state, opened, close, field } = await openSwitcher()
  state.chats = []
  await userEvent.keyboard('hannah')
  await expect.element(page.getByRole('option', { name: /Hannah/ })).toBeVisible()
  const answers: (() => void)[] = []
  state.answerOf = () => new Promise((resolve) => answers.push(() => resolve({ id: 9, dialog_id: '610' })))
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => answers.length).toBeGreaterThan(0)
  await expect.element(page.getByRole('option', { name: /Hannah/ })).toHaveAttribute('aria-busy', 'true')
  await userEvent.keyboard(' r')
  for (const answer of answers) answer()
  await expect.element(page.getByRole('option', { name: /Hannah/ })).not.toHaveAttribute('aria-busy')
  await expect.element(field).toHaveValue('hannah r')
  expect([opened, close.mock.calls]).toEqual([[], []])
})

it('says what is too short, what was not found, and what failed, which can be tried again', async () => {
  const { page, state, field } = await openSwitcher()
  await userEvent.keyboard('z')
  await expect.element(page.getByRole('status')).toHaveTextContent('Type two characters to search the whole portal.')
  await userEvent.keyboard('z')
  await expect.element(page.getByRole('status')).toHaveTextContent('are searched from three characters')
  state.chats = []
  state.people = []
  await userEvent.keyboard('z')
  await expect.element(page.getByRole('status')).toHaveTextContent('No chats or people found.')
  state.failing = true
  await userEvent.fill(field, 'plan')
  const retry = page.getByRole('button', { name: 'Retry' })
  await expect.element(retry).toBeVisible()
  state.failing = false
  state.chats = [{ id: 7, dialog_id: 'chat7', name: 'Annual plan' }]
  await userEvent.click(retry)
  await expect.element(page.getByRole('option', { name: 'Annual plan Group chat' })).toBeVisible()
})

it('opens an address that is pasted, and tells one of another portal', async () => {
  const { page, field, opened, close } = await openSwitcher()
  await userEvent.fill(field, 'https://other.example/online/?IM_DIALOG=chat9')
  await expect.element(page.getByRole('status')).toHaveTextContent('This link leads to another portal: other.example.')
  await userEvent.fill(field, `${window.location.origin}/?dialog=chat20&date=2024-03-02`)
  await expect.element(page.getByRole('option', { name: /2 March 2024/ })).toBeVisible()
  await expect.element(field).toHaveAttribute('aria-expanded', 'true')
  await userEvent.fill(field, 'https://portal.example/online/?IM_DIALOG=chat20&IM_MESSAGE=84877')
  const place = page.getByRole('option', { name: /Message 84877/ })
  await expect.element(place).toBeVisible()
  // With Ctrl the browser opens it in a tab, and the reader stays here.
  document.addEventListener('click', (event) => event.preventDefault(), { once: true })
  await userEvent.click(place, { modifiers: ['Control'] })
  expect([opened, close.mock.calls]).toEqual([[], []])
  await userEvent.keyboard('{Enter}')
  expect(opened).toEqual([{ dialogId: 'chat20', messageId: 84877 }])
  expect(close).toHaveBeenCalledOnce()
})
