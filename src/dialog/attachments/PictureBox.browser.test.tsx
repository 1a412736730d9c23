import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { fakeFile } from '~/testing/fake-file'
import { fakeMessage } from '~/testing/fake-message'
import { fakePortal } from '~/testing/fake-portal'
import { InDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { PortalError } from '~/domain/portal/portal-error'
import { FileTile } from './FileTile.tsx'
import { PictureBox } from './PictureBox.tsx'

/** A picture of one pixel. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

it('a picture whose bytes are none says what it is and offers Retry, which shows it once they are', async () => {
  let bytes = new Blob(['no picture at all'], { type: 'image/png' })
  const known = fakePortal({ ids: [] })
  const portal = {
    ...known,
    collect: async () => ({ downloadUrl: 'https://portal.example/one-time' }),
    download: async () => bytes,
  }
  const file = fakeFile(1, { kind: 'image', name: 'dock.png', size: { width: 400, height: 300 } })
  const page = await renderPage(
    <InDialog portal={portal}>
      <PictureBox file={file} message={fakeMessage(1, 0, { fileIds: [file.id] })} />
    </InDialog>,
  )
  const retry = page.getByRole('button', { name: 'Retry' })
  await expect.element(retry).toBeVisible()
  await expect.element(page.getByText('dock.png')).toBeVisible()
  bytes = await (await fetch(PIXEL)).blob()
  await userEvent.click(retry)
  await expect.element(page.getByRole('button', { name: 'Open picture dock.png' })).toBeVisible()
})

it('where an older portal wants another right for files, pictures and files say which, and who gives it', async () => {
  const portal = {
    ...fakePortal({ ids: [] }),
    collect: async (method: string) => {
      throw method === 'disk.file.get'
        ? new PortalError('access', 'insufficient_scope', { detail: 'insufficient_scope' })
        : new PortalError('unsupported', 'ERROR_METHOD_NOT_FOUND', { detail: 'ERROR_METHOD_NOT_FOUND' })
    },
  }
  const picture = fakeFile(1, { kind: 'image', name: 'dock.png', size: { width: 400, height: 300 } })
  const act = fakeFile(2, { kind: 'file', name: 'act.zip', extension: 'zip' })
  const page = await renderPage(
    <InDialog portal={portal}>
      <PictureBox file={picture} message={fakeMessage(1, 0, { fileIds: [picture.id] })} />
      <FileTile file={act} message={fakeMessage(2, 0, { fileIds: [act.id] })} />
    </InDialog>,
  )
  const sentence = page.getByText(/^On this portal, files need the “Drive \(disk\)” permission/)
  await expect.poll(() => sentence.elements()).toHaveLength(1)
  await userEvent.click(page.getByRole('button', { name: 'Download act.zip' }))
  await expect.poll(() => sentence.elements()).toHaveLength(2)
})
