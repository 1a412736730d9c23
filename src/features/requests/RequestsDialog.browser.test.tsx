import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { useRequestWatch } from '~/dialog/request-log'
import { InDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { RequestsDialog } from './RequestsDialog.tsx'

interface Noted {
  readonly method: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly status?: number
}

/** Notes calls in the browser's timeline, as those who send them do. */
function note(...requests: readonly Noted[]): void {
  const now = performance.now()
  requests.forEach((request, at) =>
    performance.measure('request', { start: now + at / 1_000, end: now + 5, detail: { params: {}, status: 200, bytes: 100, ...request } }),
  )
}

function Watch() {
  useRequestWatch()
  return null
}

/** The list of what a page has asked for. */
async function openList(...requests: readonly Noted[]) {
  performance.clearMeasures()
  // What the tests before have loaded is another list's.
  performance.clearResourceTimings()
  const close = vi.fn()
  const page = await renderPage(
    <InDialog>
      <Watch />
      <RequestsDialog onClose={close} />
    </InDialog>,
  )
  note(...requests)
  const dialog = page.getByRole('dialog', { name: 'Requests' })
  const rows = () => [...dialog.element().querySelectorAll<HTMLElement>('[data-requests] > li')]
  await expect.poll(() => dialog.element().querySelector('[data-requests]')?.getAttribute('data-requests')).toBe(String(requests.length))
  return { page, dialog, close, rows }
}

it('says that all of it only reads, how often each was asked for, and each by itself, the latest first', async () => {
  const { dialog, rows } = await openList(
    { method: 'profile' },
    { method: 'batch', params: { cmd: { a: 'im.dialog.get?DIALOG_ID=chat1', b: 'im.dialog.get?DIALOG_ID=chat2' } } },
    { method: 'im.dialog.messages.get', status: 503 },
  )
  await expect.element(dialog).toHaveTextContent('All of it only reads')
  const totals = dialog
    .getByRole('row')
    .elements()
    .map((row) => row.querySelector('code')?.textContent + ': ' + row.querySelector('td:last-child')?.textContent)
  expect(totals).toContain('im.dialog.get: 22 in batches')
  expect(rows().map((row) => row.querySelector('code')?.textContent)).toEqual(['POST im.dialog.messages.get', 'POST batch', 'POST profile'])
  expect(rows().map((row) => row.dataset['failed'] !== undefined)).toEqual([true, false, false])
  expect(rows()[1]?.textContent).toContain('im.dialog.get × 2')
})

it('cannot say so of a method that it does not know, and shows it all the same', async () => {
  const { dialog, rows } = await openList({ method: 'im.dialog.read' })
  await expect.element(dialog).toHaveTextContent('can’t say that all of them only read')
  await expect.element(dialog).not.toHaveTextContent('All of it only reads')
  expect(rows()[0]?.textContent).toContain('im.dialog.read')
})

it('lists the last hundred, and those before by a press; what is saved has all of them', async () => {
  const { page, rows } = await openList(...Array.from({ length: 130 }, () => ({ method: 'profile', params: { auth: 'no-secret' } })))
  expect(rows()).toHaveLength(100)
  await userEvent.click(page.getByRole('button', { name: 'Show earlier' }))
  expect(rows()).toHaveLength(130)
  const saved: Blob[] = []
  const make = URL.createObjectURL.bind(URL)
  const spy = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) saved.push(blob)
    return make(blob)
  })
  try {
    await userEvent.click(page.getByRole('button', { name: 'Save as text' }))
  } finally {
    spy.mockRestore()
  }
  const text = (await saved[0]?.text()) ?? ''
  expect(text.match(/POST profile\t/g)).toHaveLength(130)
  // Parameters are no part of it.
  expect(text).not.toContain('no-secret')
})

it('what comes while it is open is added at its top', async () => {
  const { rows } = await openList({ method: 'profile' })
  note({ method: 'im.recent.list' })
  await expect.poll(() => rows().map((row) => row.querySelector('code')?.textContent)).toEqual(['POST im.recent.list', 'POST profile'])
})

it('Escape closes it', async () => {
  const { close } = await openList({ method: 'profile' })
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => close.mock.calls.length).toBe(1)
})
