import { expect, it } from 'vitest'
import { PortalError } from '~/domain/portal/portal-error'
import type { RestParams } from '~/rest/client/client'
import { fakePortal } from '~/testing/fake-portal'
import { InDialog, testDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { useHistoryWindow, type HistoryWindow } from './useHistoryWindow.ts'

const GET = 'im.dialog.messages.get'
const { id: dialogId } = testDialog()
const start = { at: 'newest', visit: 0 } as const

const NEWEST = 300

/** Whether a request is for messages above those that a window opens with. */
const isOlder = (params: RestParams) => Number(params['LAST_ID'] ?? Infinity) < NEWEST

/** The window of a dialog of three hundred messages; older pages are answered by `older`. */
async function openWindow(older: (page: () => Promise<unknown>) => Promise<unknown>) {
  const portal = fakePortal({ ids: Array.from({ length: NEWEST }, (_, at) => at + 1) })
  const call = async (method: string, params: RestParams) => {
    const page = () => portal.call(method, params)
    return method === GET && isOlder(params) ? older(page) : page()
  }
  const drawn: HistoryWindow[] = []
  function Window() {
    drawn.push(useHistoryWindow(dialogId, start))
    return null
  }
  await renderPage(
    <InDialog portal={{ ...portal, call, collect: call }}>
      <Window />
    </InDialog>,
  )
  const shown = (): HistoryWindow => drawn.at(-1) as HistoryWindow
  const oldest = () => shown().history?.messages[0]?.id
  await expect.poll(oldest).toBe(251)
  return { drawn, shown, oldest, requests: () => portal.asked.filter(({ params }) => isOlder(params)).length }
}

it('one page is loaded at a time; who watches that is told, and the window is not drawn for it', async () => {
  let ask = () => {}
  const asked = new Promise<void>((resolve) => (ask = resolve))
  let answer = () => {}
  const answered = new Promise<void>((resolve) => (answer = resolve))
  const { drawn, shown, oldest } = await openWindow((page) => {
    ask()
    return answered.then(page)
  })
  const told: unknown[] = []
  const { loading } = shown()
  loading.subscribe(() => told.push(loading.get()))
  const before = drawn.length
  shown().want('older')
  shown().want('older')
  shown().want('newer')
  expect(told).toEqual(['older'])
  await asked
  expect(drawn).toHaveLength(before)
  answer()
  await expect.poll(oldest).toBe(201)
  await expect.poll(() => told).toEqual(['older', null])
})

it('no other page is asked for between the answer and when it is drawn', async () => {
  const { shown, oldest, requests } = await openWindow((page) => page())
  const { loading } = shown()
  // The list may look at what is near at any moment.
  const stop = loading.subscribe(() => {
    if (loading.get() === null && oldest() === 251) shown().want('older')
  })
  shown().want('older')
  await expect.poll(oldest).toBe(201)
  stop()
  await expect.poll(() => loading.get()).toBeNull()
  expect(requests()).toBe(1)
})

it('a page that fails is no longer loading, is not asked for by itself, and may be tried again', async () => {
  let fails = true
  const { shown, oldest } = await openWindow((page) => (fails ? Promise.reject(new PortalError('access', 'no')) : page()))
  shown().want('older')
  await expect.poll(() => shown().older).toBe('failed')
  await expect.poll(() => shown().loading.get()).toBeNull()
  shown().want('older')
  expect(shown().loading.get()).toBeNull()
  fails = false
  shown().retry('older')
  expect(shown().loading.get()).toBe('older')
  await expect.poll(oldest).toBe(201)
  await expect.poll(() => shown().older).toBe('more')
})
