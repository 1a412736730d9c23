import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { PortalError } from '~/domain/portal/portal-error'
import type { RestParams } from '~/rest/client/client'
import { renderDialog } from '~/testing/render-dialog'
import { ShortcutKeys } from '~/testing/ShortcutKeys'

const ids = Array.from({ length: 600 }, (_, at) => at + 1)

/** A dialog of 600 messages on a portal without search, whose reader is number 5. */
async function openDialog(mentioned: readonly number[], answers: Readonly<Record<string, (params: RestParams) => unknown>> = {}) {
  return renderDialog({
    ids,
    textOf: (id) => (mentioned.includes(id) ? `[USER=5]Ann[/USER] ${id}` : `m${id}`),
    answers: {
      profile: () => ({ ID: '5' }),
      'im.dialog.get': () => ({ id: 1, counter: 0, last_id: 600, last_message_id: 600 }),
      'im.dialog.messages.search': () => {
        throw new PortalError('unsupported', 'im.dialog.messages.search')
      },
      ...answers,
    },
    beside: <ShortcutKeys />,
  })
}

it('keys lead from mention to mention and give the focus to each; at the ends it is said what was looked through', async () => {
  const { page, rowOf } = await openDialog([30, 450])
  const status = () => page.getByRole('region', { name: 'From message to message' })
  await userEvent.keyboard('{Shift>}M{/Shift}')
  await expect.poll(() => rowOf(450)).toHaveFocus()
  await userEvent.keyboard('{Shift>}M{/Shift}')
  await expect.poll(() => rowOf(30)).toHaveFocus()
  await userEvent.keyboard('{Shift>}M{/Shift}')
  await expect.element(status()).toHaveTextContent('None earlier, back to the beginning of the chat.')
  await expect.element(page.getByRole('button', { name: 'Previous mention of you' })).toHaveAttribute('aria-disabled', 'true')
  await userEvent.keyboard('m')
  await expect.poll(() => rowOf(450)).toHaveFocus()
  await userEvent.keyboard('m')
  await expect.element(status()).toHaveTextContent('None later, up to the newest message.')
  await userEvent.keyboard('{Escape}')
  await expect.element(status()).not.toBeInTheDocument()
})

it('where nobody is mentioned it says so, after the whole chat', async () => {
  const { page } = await openDialog([])
  await userEvent.keyboard('m')
  await expect
    .element(page.getByRole('region', { name: 'From message to message' }))
    .toHaveTextContent('Nobody has mentioned you in this chat.')
})

it('Escape ends what is under way, which goes on from there; the buttons keep the focus', async () => {
  const { page, rowOf, client, list } = await openDialog([30])
  const { call, batch } = client
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  client.batch = async (commands, options) => {
    if ('p0' in commands) throw new PortalError('unsupported', 'batch')
    return batch(commands, options)
  }
  client.call = async (method, params) => {
    // The newest pages come, those before them are waited for, whoever asks.
    if (method === 'im.dialog.messages.get' && Number(params['LAST_ID']) <= 400) await released
    return call(method, params)
  }
  await userEvent.click(list)
  await userEvent.keyboard('{Shift>}M{/Shift}')
  const said = page.getByRole('region', { name: 'From message to message' })
  await expect.element(said).toHaveTextContent(/None back to 4 March 2026 so far/)
  await userEvent.keyboard('{Escape}')
  await expect.element(said).toHaveTextContent(/Stopped at 4 March 2026/)
  release()
  await userEvent.click(page.getByRole('button', { name: 'Keep looking' }))
  await expect.poll(() => rowOf(30)).toHaveFocus()
  const next = page.getByRole('button', { name: 'Next mention of you' })
  await userEvent.click(next)
  await expect.element(said).toHaveTextContent('None later')
  await expect.element(next).toHaveFocus()
})

it('a failure says why, and Retry takes the step again', async () => {
  let fails = true
  const { page, rowOf } = await openDialog([300], {
    profile: () => {
      if (fails) throw new PortalError('portal', 'no', { detail: 'HTTP_502' })
      return { ID: '5' }
    },
  })
  await userEvent.keyboard('{Shift>}M{/Shift}')
  const retry = page.getByRole('button', { name: /^Retry/ })
  await expect.element(retry).toBeVisible()
  fails = false
  await userEvent.click(retry)
  await expect.poll(() => rowOf(300)).toHaveFocus()
})

it('where everything was read it is said to be, and there is no button', async () => {
  const read = await openDialog([])
  await userEvent.keyboard('u')
  await expect.element(read.page.getByText('You have read everything here.').last()).toBeVisible()
  await expect.element(read.page.getByRole('button', { name: /^First unread/ })).not.toBeInTheDocument()
})

it('the first unread message is gone to wherever it is, and nothing is marked as read', async () => {
  const { page, rowOf, client } = await openDialog([], {
    'im.dialog.get': () => ({ id: 1, counter: 400, last_id: 200, last_message_id: 600 }),
  })
  const button = page.getByRole('button', { name: 'First unread 400 unread messages' })
  await expect.element(button).toBeVisible()
  await userEvent.click(button)
  await expect.poll(() => rowOf(201)).toHaveFocus()
  await expect.element(button).not.toBeInTheDocument()
  expect(client.asked.map(({ method }) => method)).not.toContain('im.dialog.read')
})
