import { setupI18n, type Messages } from '@lingui/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Webhook } from '~/domain/webhook'
import { createQueryClient } from '~/queries/query-client'
import { TextsContext } from '~/ui/i18n'
import { loadLaterTexts, type Language } from '~/ui/language'
import { Part } from '~/ui/part'
import { App } from './App.tsx'
import type { Connection } from './connection.ts'
import type { Display } from './display-store.ts'

interface Opening {
  readonly connection: Connection
  readonly demo: Webhook | null
  readonly display: Display
  readonly language: Language
  readonly messages: Messages
}

/** Renders the app into the page. */
export function mount({ connection, demo, display, language, messages }: Opening): void {
  const container = document.getElementById('root')
  if (!container) throw new Error('The page has no #root')
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } })
  const later = new Part(async () => i18n.load(language, await loadLaterTexts(language)))
  createRoot(container).render(
    <StrictMode>
      <TextsContext value={{ i18n, later }}>
        <App queryClient={createQueryClient()} connection={connection} demo={demo} display={display} />
      </TextsContext>
    </StrictMode>,
  )
}
