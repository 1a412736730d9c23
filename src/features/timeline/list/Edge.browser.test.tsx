import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError } from '~/domain/portal/portal-error'
import { fakePortal } from '~/testing/fake-portal'
import { renderDialog } from '~/testing/render-dialog'
import { scrollByHand } from '~/testing/scroll-by-hand'

const ids = Array.from({ length: 200 }, (_, at) => at + 1)
const GET = 'im.dialog.messages.get'

/** A dialog of two hundred messages, whose older pages are refused. */
async function openRefused(refusal: PortalError) {
  const known = fakePortal({ ids })
  const state = { refusal: refusal as PortalError | null }
  const { page, list } = await renderDialog({
    ids,
    answers: {
      [GET]: (params) => {
        if (state.refusal && Number(params['LAST_ID'] ?? Infinity) <= 200) throw state.refusal
        return known.call(GET, params)
      },
    },
  })
  const box = list.element()
  scrollByHand(box, -box.scrollTop)
  return { page, box, state }
}

it('where older messages were refused, the oldest end says why, and that they are missing', async () => {
  const { page, box, state } = await openRefused(new PortalError('access', 'no', { detail: 'ACCESS_ERROR' }))
  const notice = page.getByRole('alert')
  await expect.element(notice).toHaveTextContent(/^You don’t have access to this chat\..* Older messages aren’t shown\./)
  state.refusal = null
  scrollByHand(box, -box.scrollTop)
  await userEvent.click(notice.getByRole('button', { name: 'Retry' }))
  await expect.element(notice).not.toBeInTheDocument()
})

it('where trying again cannot help, nothing offers it', async () => {
  const { page } = await openRefused(new PortalError('auth', 'no', { detail: 'PORTAL_DELETED' }))
  const notice = page.getByRole('alert')
  await expect.element(notice).toHaveTextContent(/^This portal has been closed\./)
  expect(notice.getByRole('button').elements()).toHaveLength(0)
})
