import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderPage } from '~/testing/render-page'
import { ConnectScreen } from './ConnectScreen.tsx'

it('takes the address of a message for what is wanted once its portal is connected', async () => {
  const onPlace = vi.fn()
  const page = await renderPage(
    <ConnectScreen noDemo={false} check={() => Promise.resolve('ok')} onConnect={() => {}} onPlace={onPlace} onDemo={null} />,
  )
  await userEvent.fill(page.getByLabelText('Webhook URL'), 'https://portal.example/online/?IM_DIALOG=chat5&IM_MESSAGE=77')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText(/^This is a link to a chat/)).toBeVisible()
  expect(onPlace).toHaveBeenCalledWith({
    place: { kind: 'place', dialogId: 'chat5', messageId: 77, day: null },
    host: 'portal.example',
  })
})

it('says why it asks where a portal has opened the page outside of its own window', async () => {
  const page = await renderPage(
    <ConnectScreen noDemo={false} isOutOfWindow check={() => Promise.resolve('ok')} onConnect={() => {}} onDemo={null} />,
  )
  await expect.element(page.getByRole('status')).toHaveTextContent(/^Bitrix24 opened this page outside its own window/)
  await expect.element(page.getByLabelText('Webhook URL')).toBeVisible()
})

it('is filled in and sent by keyboard alone, and says what is wrong', async () => {
  const onConnect = vi.fn()
  const page = await renderPage(<ConnectScreen noDemo={false} check={() => Promise.resolve('ok')} onConnect={onConnect} onDemo={null} />)
  const field = page.getByLabelText('Webhook URL')
  await userEvent.tab()
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('https://portal.example/company/{Enter}')
  await expect.element(page.getByRole('alert')).toBeVisible()
  await expect.element(field).toHaveAttribute('aria-invalid', 'true')
  await expect.element(page.getByRole('link', { name: 'What can I do?' })).toHaveAttribute('href', './help/en.html#webhook-address')
  await userEvent.clear(field)
  await userEvent.keyboard('https://portal.example/rest/1/abcdef0123456789/')
  await userEvent.tab()
  await expect.element(page.getByLabelText('Remember on this device')).toHaveFocus()
  await userEvent.keyboard(' ')
  await userEvent.tab()
  await expect.element(page.getByRole('button', { name: 'Connect' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => onConnect.mock.calls).toHaveLength(1)
  expect(onConnect).toHaveBeenCalledWith(expect.objectContaining({ origin: 'https://portal.example' }), true)
})
