import { afterEach, expect, it, vi } from 'vitest'
import { Cell } from '~/lib/Cell'
import { fakePortal } from '~/testing/fake-portal'
import { InDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { LoadingNote } from './LoadingNote.tsx'

afterEach(() => void vi.restoreAllMocks())

it('where the portal’s limits hold messages up, the seconds that are left are counted', async () => {
  const heldUntil = new Cell<number | null>(null)
  const page = await renderPage(
    <InDialog portal={{ ...fakePortal({ ids: [] }), heldUntil }}>
      <LoadingNote />
    </InDialog>,
  )
  expect(page.getByRole('status').elements()).toHaveLength(0)
  heldUntil.set(Date.now() + 2_900)
  await expect.element(page.getByText('The portal allows only so many requests at a time.')).toBeVisible()
  await expect.element(page.getByRole('timer')).toHaveTextContent('Trying again in 3 seconds.')
  await expect.element(page.getByRole('timer')).toHaveTextContent('Trying again in 2 seconds.')
  // The request is under way, and may be held up once more.
  heldUntil.set(Date.now() - 1)
  await expect.element(page.getByRole('timer')).toHaveTextContent('Trying again…')
  heldUntil.set(null)
  await expect.element(page.getByRole('timer')).not.toBeInTheDocument()
})

it('where there is no network, that it is waited for: nothing is being loaded', async () => {
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const page = await renderPage(
    <InDialog portal={fakePortal({ ids: [] })}>
      <LoadingNote />
    </InDialog>,
  )
  await expect.element(page.getByRole('status')).toHaveTextContent('Waiting for the network…')
  onLine.mockReturnValue(true)
  await expect.element(page.getByRole('status')).not.toBeInTheDocument()
})
