import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '~/app/App'
import { findPortalFrame, type Connection } from '~/app/session'
import { applyDisplay, readDisplay } from '~/app/display-store'
import { readStoredWebhook } from '~/app/webhook-store'
import { parseWebhook, type Webhook } from '~/domain/webhook'
import { createQueryClient } from '~/queries/query-client'
import { chooseLanguage, I18nProvider, loadLanguage } from '~/ui/i18n'

const readWebhook = (text: string | null | undefined): Webhook | null => {
  const webhook = parseWebhook(text ?? '')
  return typeof webhook === 'string' ? null : webhook
}

function chooseConnection(query: URLSearchParams, demo: Webhook | null): Connection {
  const frame = findPortalFrame()
  if (frame) return { kind: 'frame', frame }
  if (query.has('demo')) return demo ? { kind: 'webhook', webhook: demo } : { kind: 'none', reason: 'connect.noDemo' }
  const stored = readWebhook(readStoredWebhook())
  return stored ? { kind: 'webhook', webhook: stored } : { kind: 'none', reason: null }
}

async function start(): Promise<void> {
  const query = new URLSearchParams(window.location.search)
  const display = readDisplay(query)
  applyDisplay(display)
  const language = chooseLanguage([query.get('lang') ?? '', query.get('LANG') ?? '', ...navigator.languages].filter((code) => code !== ''))
  document.documentElement.lang = language

  const demo = readWebhook(document.querySelector<HTMLMetaElement>('meta[name="demo-webhook"]')?.content)
  const connection = chooseConnection(query, demo)
  const i18n = await loadLanguage(language)
  const container = document.getElementById('root')
  if (!container) throw new Error('The page has no #root')
  createRoot(container).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <App queryClient={createQueryClient()} connection={connection} demo={demo} display={display} />
      </I18nProvider>
    </StrictMode>,
  )
}

void start()
