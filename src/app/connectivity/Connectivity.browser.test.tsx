import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError } from '~/domain/portal/portal-error'
import { parseWebhook, type Webhook } from '~/domain/portal/webhook'
import { tellBack } from '~/lib/on-return'
import { createQueryClient } from '~/queries/query-client'
import { fakePortal } from '~/testing/fake-portal'
import { renderDialog } from '~/testing/render-dialog'
import { scrollByHand } from '~/testing/scroll-by-hand'
import type { Link } from '../connection/change-connection.ts'
import { connectWebhook } from '../connection/connection.ts'
import { Connectivity } from './Connectivity.tsx'

const ids = Array.from({ length: 200 }, (_, at) => at + 1)
const GET = 'im.dialog.messages.get'
const unreached = new PortalError('network', 'no', { detail: 'NETWORK' })
const revoked = new PortalError('auth', 'no', { detail: 'INVALID_CREDENTIALS' })

/** A dialog of two hundred messages whose older pages fail, with what the page says of the network and of the access. */
async function openFailing(failure: PortalError, link?: Link) {
  const known = fakePortal({ ids })
  const state = { failure: failure as PortalError | null }
  const { page, list, client } = await renderDialog({
    ids,
    beside: <Connectivity link={link} onLeave={() => {}} />,
    answers: {
      [GET]: (params) => {
        if (state.failure && Number(params['LAST_ID'] ?? Infinity) <= 200) throw state.failure
        return known.call(GET, params)
      },
    },
  })
  const box = list.element()
  scrollByHand(box, -box.scrollTop)
  const oldest = () => {
    scrollByHand(box, -box.scrollTop)
    return box.querySelector('[data-edge="oldest"]')
  }
  return { page, box, state, client, oldest }
}

describe('what could not be loaded', () => {
  it('comes by itself once the network is back', async () => {
    const { page, state, oldest } = await openFailing(unreached)
    await expect.element(page.getByRole('alert')).toHaveTextContent(/^Couldn’t reach the portal\./)
    state.failure = null
    window.dispatchEvent(new Event('online'))
    await expect.poll(oldest).not.toBeNull()
    expect(page.getByRole('alert').elements()).toHaveLength(0)
  })

  it('and once the portal answers anything again, though the network was there all the time', async () => {
    const { page, state, client, oldest } = await openFailing(unreached)
    await expect.element(page.getByRole('alert')).toBeVisible()
    client.outcome.set(unreached)
    state.failure = null
    client.outcome.set(null)
    await expect.poll(oldest).not.toBeNull()
  })
})

describe('an access that has ended', () => {
  it('is said once, without Retry, with the way to another one; what is loaded stays', async () => {
    const change = vi.fn<Link['change']>()
    const queryClient = createQueryClient()
    const webhook = parseWebhook('https://portal.example/rest/1/secret/') as Webhook
    const { page, box, client } = await openFailing(revoked, { connection: connectWebhook(webhook), queryClient, change })
    client.outcome.set(revoked)
    const notice = page.getByRole('alert')
    await expect.element(notice).toHaveTextContent('The portal no longer accepts this webhook.')
    await expect.element(page.getByText('Older messages aren’t shown.')).toBeInTheDocument()
    expect(notice.elements()).toHaveLength(1)
    expect(page.getByRole('button', { name: 'Retry' }).elements()).toHaveLength(0)
    expect(box.querySelectorAll('[data-message-id]').length).toBeGreaterThan(5)
    await userEvent.click(page.getByRole('button', { name: 'Connect again' }))
    expect(change).toHaveBeenCalledExactlyOnceWith({ connection: { kind: 'none', noDemo: false, ended: webhook }, queryClient })
  })

  it('is the portal’s own to give in a frame: once it accepts the reader again, what was refused comes', async () => {
    const ended = new PortalError('auth', 'no', { detail: 'REFRESH_TIMEOUT' })
    const { page, state, client, oldest } = await openFailing(ended)
    client.outcome.set(ended)
    await expect.element(page.getByRole('alert')).toHaveTextContent('Your Bitrix24 session has ended.')
    expect(page.getByRole('button', { name: 'Connect again' }).elements()).toHaveLength(0)
    state.failure = null
    await userEvent.click(page.getByRole('button', { name: 'Retry' }))
    await expect.poll(oldest).not.toBeNull()
    client.outcome.set(null)
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  })
})

it('a network that goes and comes is told over the page, and moves nothing', async () => {
  const { page, box } = await openFailing(unreached)
  const before = box.getBoundingClientRect()
  window.dispatchEvent(new Event('offline'))
  await expect.element(page.getByText('You’re offline.')).toBeVisible()
  expect(box.getBoundingClientRect()).toEqual(before)
  window.dispatchEvent(new Event('online'))
  await expect.element(page.getByText('Back online.')).toBeVisible()
  expect(page.getByText('You’re offline.').elements()).toHaveLength(0)
  tellBack()
})
