import { expect, it } from 'vitest'
import { Film } from '~/dialog/attachments/PictureBox'
import { fileQuery } from '~/queries/files'
import { createQueryClient } from '~/queries/query-client'
import { fakeFile } from '~/testing/fake-file'
import { fakePortal } from '~/testing/fake-portal'
import { InDialog, testDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'

it('a film that the browser cannot play says so, and can be downloaded for another program', async () => {
  const portal = fakePortal({ ids: [] })
  const queryClient = createQueryClient()
  const dialog = testDialog()
  const film = fakeFile(1, { kind: 'video', name: 'crane.avi' })
  queryClient.setQueryData(
    fileQuery(portal, dialog.id, film.id, film.sizeBytes).queryKey,
    new Blob(['RIFF....AVI LIST'], { type: 'video/mp4' }),
  )
  const page = await renderPage(
    <InDialog portal={portal} queryClient={queryClient} dialog={dialog}>
      <Film file={film} />
    </InDialog>,
  )
  await page.getByRole('button', { name: 'Play crane.avi' }).click()
  await expect.element(page.getByText('This browser can’t play it')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Download crane.avi' })).toBeEnabled()
})
