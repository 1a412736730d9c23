import { afterEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { parseWebhook } from '~/domain/portal/webhook'
import type { PortalFrame } from '~/rest/client/frame'
import { createQueryClient } from '~/queries/query-client'
import { renderPage } from '~/testing/render-page'
import { App } from './App.tsx'
import { connectWebhook } from './connection/connection.ts'
import { FrameGate } from './connection/FrameGate.tsx'

const display = { theme: null, density: 'comfortable', clock: 'own', showExternalImages: false, richMarkup: false, language: null } as const

afterEach(() => {
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', window.location.pathname)
})

it('Disconnect ends every request under way, and forgets what was read', async () => {
  const webhook = parseWebhook('https://portal.example/rest/1/secret/')
  if (typeof webhook === 'string') throw new Error(webhook)
  const requests: { readonly method: string; readonly signal: AbortSignal }[] = []
  vi.stubGlobal('fetch', (address: string, { signal }: { signal: AbortSignal }) => {
    requests.push({ method: address.split('/').at(-1) ?? '', signal })
    // Nothing is answered.
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
  })
  window.history.replaceState(null, '', '?dialog=chat1')
  const queryClient = createQueryClient()
  const page = await renderPage(<App queryClient={queryClient} connection={connectWebhook(webhook)} demo={null} display={display} />)
  // The messages, the list, and what asks without a query of its own: the header's card.
  await expect.poll(() => requests.length).toBeGreaterThanOrEqual(3)
  queryClient.setQueryData([webhook.origin, 'read'], 'something')
  await userEvent.click(page.getByRole('button', { name: 'Disconnect' }))
  await expect.element(page.getByRole('textbox', { name: 'Webhook URL' })).toBeVisible()
  expect(requests.filter(({ signal }) => !signal.aborted).map(({ method }) => method)).toEqual([])
  expect(queryClient.getQueryCache().getAll()).toEqual([])
})

it('a frame shows the page as it stood before the app, header and all, and never its messages alone', async () => {
  const frame = { origin: 'https://portal.example' } as PortalFrame
  const connection = { kind: 'frame', frame, opening: new Promise<never>(() => {}), gate: Promise.resolve({ FrameGate }) } as const
  const shown = new Set<boolean>()
  const watching = new MutationObserver(() => {
    if (document.querySelector('.placeholder-messages')) shown.add(document.querySelector('header + .placeholder-messages') !== null)
  })
  watching.observe(document.body, { childList: true, subtree: true })
  const page = await renderPage(
    <App queryClient={createQueryClient()} connection={connection} demo={null} display={display} FrameGate={FrameGate} />,
  )
  await expect.poll(() => page.container.querySelector('main[aria-busy]')).not.toBeNull()
  watching.disconnect()
  expect([...shown]).toEqual([true])
})
