import { expect, it, vi } from 'vitest'
import { PortalError } from '~/domain/portal/portal-error'
import { fakePortal } from '~/testing/fake-portal'
import { InDialog } from '~/testing/InDialog'
import { renderPage } from '~/testing/render-page'
import { WindowFailure } from './WindowFailure.tsx'

/** A refused chat, of a portal that answers about open channels with an error, or with a card. */
async function refused(answer: unknown) {
  const portal = fakePortal({ ids: [] })
  const call = vi.fn(async () => {
    if (answer instanceof Error) throw answer
    return answer
  })
  portal.call = call
  const page = await renderPage(
    <InDialog portal={portal} navigation={{ hrefOf: ({ dialogId }) => `?dialog=${dialogId ?? ''}`, open: () => {} }}>
      <WindowFailure error={new PortalError('access', 'no', { detail: 'ACCESS_ERROR' })} onRetry={() => {}} />
    </InDialog>,
  )
  await expect.element(page.getByRole('alert')).toHaveTextContent('You don’t have access to this chat.')
  return { page, call }
}

it('a refused chat of an open channel offers its last conversation', async () => {
  const { page } = await refused({ entity_data_1: 'Y|DEAL|8061|N|N|41|0|0|0|0' })
  await expect.element(page.getByRole('link', { name: 'Read the last conversation' })).toHaveAttribute('href', '?dialog=imol|41')
})

it('without the right to open channels it says what to give, in case it is one', async () => {
  const { page } = await refused(new PortalError('access', 'no', { detail: 'insufficient_scope' }))
  await expect.element(page.getByText('“Open Channels (imopenlines)”')).toBeVisible()
})

it('any other refused chat says what it always said', async () => {
  const { page, call } = await refused(new PortalError('rejected', 'no', { detail: 'INVALID_SESSION_ID' }))
  await expect.poll(() => call.mock.calls.length).toBe(2)
  expect(page.getByRole('link', { name: 'Read the last conversation' }).elements()).toHaveLength(0)
  expect(page.getByText('imopenlines').elements()).toHaveLength(0)
})
