import { QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { expect } from 'vitest'
import type { Locator } from 'vitest/browser'
import { DialogHeader } from '~/app/DialogHeader'
import { DialogScreen } from '~/app/DialogScreen'
import { PortalSession, PortalSessionContext } from '~/dialog/state/PortalSession'
import type { WindowStart } from '~/domain/history/cursor'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import type { Place } from '~/domain/history/place'
import { NavigationContext, type Navigation } from '~/navigation/NavigationContext'
import { PortalContext } from '~/queries/portal-context'
import { createQueryClient } from '~/queries/query-client'
import type { RestClient, RestParams } from '~/rest/client/client'
import { fakePortal } from './fake-portal.ts'
import { renderPage } from './render-page.tsx'

interface DialogOptions {
  /** Ids of its messages, ascending. */
  readonly ids: readonly number[]
  /** “m12” for 12 when absent. */
  readonly textOf?: (id: number) => string
  /** When each was sent, as the portal writes it; all in the same second when absent. */
  readonly dateOf?: (id: number) => string
  /** Answers to methods that the fake does not know or should answer differently. */
  readonly answers?: Readonly<Record<string, (params: RestParams) => unknown>>
  /** Of header and messages, px; 800 when absent. */
  readonly width?: number
  /** In place of the fake's batches. */
  readonly batch?: RestClient['batch']
  /** What the page shows besides. */
  readonly beside?: ReactNode
}

const dialogId = parseDialogId('chat1') as DialogId
const placeAt = (start: WindowStart, target: MessageId | null): Place => ({ entry: crypto.randomUUID(), start, target, anchor: null })

/** The page is the same for all tests of a file; what was open in it would open again. */
function forgetEntry(): void {
  const url = new URL(window.location.href)
  url.searchParams.delete('q')
  history.replaceState(null, '', url)
}

/**
 * Shows a dialog as the app does, over a fake portal: its header, its messages, 600 px high, and what lies over them. Resolves
 * once all of it is there.
 */
export async function renderDialog({ ids, textOf, dateOf, answers = {}, width = 800, batch, beside }: DialogOptions) {
  forgetEntry()
  const known = fakePortal({ ids, textOf, ...(dateOf && { dateOf }) })
  const call = async (method: string, params: RestParams) => (answers[method] ? answers[method](params) : known.call(method, params))
  const client = { ...known, ...(batch && { batch }), call, collect: call }

  function Dialog() {
    const [place, setPlace] = useState(() => placeAt({ at: 'newest', visit: 0 }, null))
    const [queryClient] = useState(createQueryClient)
    const navigation = useMemo<Navigation>(() => ({ hrefOf: ({ messageId }) => `#${messageId ?? ''}`, open: () => {} }), [])
    const [session] = useState(() => new PortalSession())
    const [readAnchor] = useState({ current: null })
    return (
      <QueryClientProvider client={queryClient}>
        <PortalContext value={client}>
          <PortalSessionContext value={session}>
            <NavigationContext value={navigation}>
              {beside}
              <main style={{ position: 'relative', display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)', width, height: 600 }}>
                <DialogScreen
                  dialogId={dialogId}
                  place={place}
                  first={null}
                  readAnchor={readAnchor}
                  onRest={() => {}}
                  onJump={(target, start) => setPlace(placeAt(start, target))}
                  header={<DialogHeader onChats={() => {}} onOpenInPortal={null} frame={null} />}
                />
              </main>
            </NavigationContext>
          </PortalSessionContext>
        </PortalContext>
      </QueryClientProvider>
    )
  }

  const page = await renderPage(<Dialog />)
  const list = page.getByTestId('message-list')
  await expect.element(list).toBeInTheDocument()
  await expect.element(page.getByTestId('message-actions')).toBeInTheDocument()
  const rowOf = (id: number): HTMLElement => {
    const row = list.element().querySelector<HTMLElement>(`[data-message-id="${id}"]`)?.closest('article')
    if (!row) throw new Error(`message ${id} is not mounted`)
    return row
  }
  return { page, list, client, message: (id: number): Locator => list.getByText(`m${id}`, { exact: true }), rowOf }
}
