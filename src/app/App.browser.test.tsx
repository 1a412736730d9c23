import { afterEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { parseWebhook } from '~/domain/portal/webhook'
import { createQueryClient } from '~/queries/query-client'
import { renderPage } from '~/testing/render-page'
import { App } from './App.tsx'
import { connectWebhook } from './connection/connection.ts'

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
