import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { useFindOpen } from '~/dialog/state/find-open'
import { useTimelineMarks } from '~/dialog/state/timeline-marks'
import { fakeMessage } from '~/testing/fake-message'
import { fakePortal } from '~/testing/fake-portal'
import { InDialog, testDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { historyQuery } from '~/queries/history/history'
import { createQueryClient } from '~/queries/query-client'
import { useCell } from '~/ui/use-cell'
import { FindHost } from './FindHost.tsx'

/** What a menu has, and what the rail shows. */
function Around() {
  const open = useFindOpen()
  const marks = useCell(useTimelineMarks().of.found)
  return (
    <>
      <button type="button" onClick={() => open.set(true)}>
        Find
      </button>
      <output>{JSON.stringify(marks)}</output>
    </>
  )
}

it('opened by a menu, its hits are marked on the rail for as long as it is open', async () => {
  const dialog = testDialog()
  const portal = fakePortal({ ids: [] })
  const queryClient = createQueryClient()
  const messages = [fakeMessage(1, 1_000, { text: 'a word, a word' }), fakeMessage(2, 2_000), fakeMessage(3, 3_000, { text: 'Word' })]
  queryClient.setQueryData([...historyQuery(portal, dialog.id, { at: 'newest', visit: 0 }).queryKey], {
    pages: [{ messages, users: [], files: [], chatId: null, lost: 0, older: null, newer: null }],
    pageParams: [{ at: 'newest', visit: 0 }],
  })
  const page = await renderPage(
    <InDialog dialog={dialog} portal={portal} queryClient={queryClient}>
      <Around />
      <FindHost history={undefined} entry="" />
    </InDialog>,
  )
  const marks = page.getByText(/^\[/)
  await userEvent.click(page.getByRole('button', { name: 'Find' }))
  await userEvent.fill(page.getByRole('textbox', { name: 'Find in chat' }), 'word')
  await expect.element(marks).toHaveTextContent('[1000,3000]')
  await userEvent.keyboard('{Escape}')
  await expect.element(marks).toHaveTextContent('[]')
  await expect.element(page.getByRole('button', { name: 'Find' })).toHaveFocus()
})
