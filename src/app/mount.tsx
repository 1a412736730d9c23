import type { Messages } from '@lingui/core'
import type { QueryClient } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Webhook } from '~/domain/portal/webhook'
import { onReturn } from '~/lib/on-return'
import { historyQuery } from '~/queries/history/history'
import { createQueryClient } from '~/queries/query-client'
import { createI18n, I18nContext } from '~/ui/i18n'
import { loadLaterTexts, type Language } from '~/ui/language'
import { deferredLoads } from '~/ui/deferred/DeferredLoads'
import { App } from './App.tsx'
import { portalClient } from './connection/portal-client.ts'
import type { BegunTransport, Connection } from './connection/connection.ts'
import type { Display } from '~/dialog/state/display'

interface Opening {
  readonly connection: Connection
  readonly demo: Webhook | null
  readonly display: Display
  readonly language: Language
  readonly messages: Messages
}

/** The page and its own styles: without them, rows would be measured unstyled. @throws {Error} where styles have not come */
async function pageAndStyles(): Promise<void> {
  // The styles may be there before the page is: the entry asks for them as well.
  if (document.readyState !== 'loading' && areStyled()) return
  // Nothing else is left to wait for by then; and no browser tells of a sheet whether it has failed already.
  if (document.readyState !== 'complete') await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }))
  if (!areStyled()) throw new Error('No styles')
}

/** Looked for in what they say: no browser tells of a sheet that it applies. */
const areStyled = (): boolean => getComputedStyle(document.documentElement).getPropertyValue('--app-styles') !== ''

/**
 * How long the first render may wait for an answer under way, ms: rendering without the messages is work
 * that delays the one with them.
 */
const PATIENCE_MS = 120
/** How long deferred parts wait for the messages, ms; a slower portal leaves enough time to load them. */
const PARTS_MS = 400

/** Loads the messages that the address names. The timeline shows failures. */
async function loadFirstMessages(queryClient: QueryClient, portal: string, { transport, first }: BegunTransport): Promise<void> {
  if (first === null) return deferredLoads.allow()
  // Usually the timeline allows deferred parts sooner, after its first paint.
  setTimeout(deferredLoads.allow, PARTS_MS)
  const query = historyQuery(portalClient(portal, transport), first.dialogId, first.destination.start)
  await Promise.race([queryClient.prefetchInfiniteQuery(query), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
}

/** Renders the app into the page. */
export async function mount({ connection, demo, display, language, messages }: Opening): Promise<void> {
  const i18n = createI18n(language, messages)
  deferredLoads.accompany(async () => i18n.load(language, await loadLaterTexts(language)))
  // Here, because what else there is to do then (`connectivity/`) is such a part itself.
  onReturn(() => deferredLoads.retry({ byReader: false }))
  const queryClient = createQueryClient()
  const load = (portal: string, begun: BegunTransport) => loadFirstMessages(queryClient, portal, begun)
  const opening =
    connection.kind === 'webhook'
      ? load(connection.webhook.origin, connection)
      : connection.kind === 'frame'
        ? connection.opening.then((open) => load(connection.frame.origin, open), deferredLoads.allow)
        : deferredLoads.allow()
  const [gate] = await Promise.all([connection.kind === 'frame' ? connection.gate : null, opening, pageAndStyles()])
  // Where the page has none, React throws.
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <I18nContext value={i18n}>
        <App queryClient={queryClient} connection={connection} demo={demo} display={display} FrameGate={gate?.FrameGate} />
      </I18nContext>
    </StrictMode>,
  )
}
