import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { MarkupContext, type MarkupEnvironment } from '~/bbcode/view/MarkupContext'
import { DialogContext } from '~/dialog/state/DialogContext'
import { OpenDialog } from '~/dialog/state/OpenDialog'
import { PortalSession, PortalSessionContext } from '~/dialog/state/PortalSession'
import { parseDialogId, type DialogId } from '~/domain/ids'
import { NavigationContext, type Navigation } from '~/navigation/NavigationContext'
import { PortalContext, type usePortal } from '~/queries/portal-context'
import { createQueryClient } from '~/queries/query-client'
import { fakePortal } from './fake-portal.ts'

interface InDialogProps {
  readonly portal?: ReturnType<typeof usePortal>
  readonly queryClient?: QueryClient
  readonly dialog?: OpenDialog
  readonly navigation?: Navigation
  readonly findUser?: MarkupEnvironment['findUser']
  readonly children: ReactNode
}

/** A dialog for tests. */
export const testDialog = (id = 'chat1'): OpenDialog => new OpenDialog(parseDialogId(id) as DialogId)

/** Provides everything that components inside a dialog need. */
export function InDialog(props: InDialogProps) {
  const [portal] = useState(() => props.portal ?? fakePortal({ ids: [] }))
  const [queryClient] = useState(() => props.queryClient ?? createQueryClient())
  const [dialog] = useState(() => props.dialog ?? testDialog())
  const [session] = useState(() => new PortalSession())
  return (
    <QueryClientProvider client={queryClient}>
      <PortalContext value={portal}>
        <PortalSessionContext value={session}>
          <NavigationContext value={props.navigation ?? { hrefOf: () => '#', open: () => {} }}>
            <DialogContext value={dialog}>
              <MarkupContext
                value={{
                  portal: portal.portal,
                  ownId: null,
                  richMarkup: false,
                  showExternalImages: false,
                  timeline: dialog.timeline,
                  findUser: props.findUser ?? (() => undefined),
                  quotedTime: (_, written) => written,
                  showPerson: dialog.showPerson,
                }}
              >
                {props.children}
              </MarkupContext>
            </DialogContext>
          </NavigationContext>
        </PortalSessionContext>
      </PortalContext>
    </QueryClientProvider>
  )
}
