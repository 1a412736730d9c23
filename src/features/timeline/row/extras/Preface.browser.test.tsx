import { expect, it } from 'vitest'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import { historyQuery } from '~/queries/history/history'
import { createQueryClient } from '~/queries/query-client'
import { fakeMessage } from '~/testing/fake-message'
import { fakePortal } from '~/testing/fake-portal'
import { InDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { Preface } from './Preface.tsx'

const dialogId = parseDialogId('chat1') as DialogId
const ANSWERED = 40 as MessageId

it('a reply names the message that it answers as soon as its page is there, and goes on when that is let go', async () => {
  const queryClient = createQueryClient()
  const portal = fakePortal({ ids: Array.from({ length: 100 }, (_, at) => at + 1) })
  const newest = historyQuery(portal, dialogId, { at: 'newest', visit: 0 })
  await queryClient.prefetchInfiniteQuery(newest)
  const page = await renderPage(
    <InDialog portal={portal} queryClient={queryClient}>
      <Preface message={fakeMessage(99, 0, { replyTo: ANSWERED })} />
    </InDialog>,
  )
  await expect.element(page.getByRole('link')).toHaveAccessibleName('In reply to: Original message')
  const oldest = historyQuery(portal, dialogId, { at: 'oldest' })
  await queryClient.prefetchInfiniteQuery(oldest)
  await expect.element(page.getByRole('link')).toHaveAccessibleName('In reply to: m40')
  queryClient.removeQueries({ queryKey: oldest.queryKey })
  await queryClient.resetQueries({ queryKey: newest.queryKey })
  await expect.element(page.getByRole('link')).toHaveAccessibleName('In reply to: m40')
})
