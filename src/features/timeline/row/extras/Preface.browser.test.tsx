import { QueryClientProvider } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { MessageTextContext, type MessageTextEnvironment } from '~/bbcode/view/MessageTextContext'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import { NavigationContext } from '~/navigation/NavigationContext'
import { historyQuery } from '~/queries/history'
import { PortalContext } from '~/queries/portal-context'
import { createQueryClient } from '~/queries/query-client'
import { fakeMessage } from '~/testing/fake-message'
import { fakePortal } from '~/testing/fake-portal'
import { renderPage } from '~/testing/render-page'
import { Preface } from './Preface.tsx'

const dialogId = parseDialogId('chat1') as DialogId
const ANSWERED = 40 as MessageId

const environment: MessageTextEnvironment = {
  portal: 'https://portal.example',
  dialogId,
  ownId: null,
  extended: false,
  pictures: false,
  findUser: () => undefined,
}

it('a reply names the message that it answers as soon as its page is there, and goes on when that is let go', async () => {
  const queryClient = createQueryClient()
  const portal = fakePortal({ ids: Array.from({ length: 100 }, (_, at) => at + 1) })
  const newest = historyQuery(portal, dialogId, { at: 'newest', visit: 0 })
  await queryClient.prefetchInfiniteQuery(newest)
  const page = await renderPage(
    <QueryClientProvider client={queryClient}>
      <PortalContext value={portal}>
        <NavigationContext value={{ hrefOf: () => '#', open: () => {} }}>
          <MessageTextContext value={environment}>
            <Preface message={fakeMessage(99, 0, { replyTo: ANSWERED })} dialogId={dialogId} />
          </MessageTextContext>
        </NavigationContext>
      </PortalContext>
    </QueryClientProvider>,
  )
  await expect.element(page.getByRole('link')).toHaveAccessibleName('In reply to: Message 40')
  const oldest = historyQuery(portal, dialogId, { at: 'oldest' })
  await queryClient.prefetchInfiniteQuery(oldest)
  await expect.element(page.getByRole('link')).toHaveAccessibleName('In reply to: m40')
  queryClient.removeQueries({ queryKey: oldest.queryKey })
  await queryClient.resetQueries({ queryKey: newest.queryKey })
  await expect.element(page.getByRole('link')).toHaveAccessibleName('In reply to: m40')
})
