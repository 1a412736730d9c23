import { describe, expect, it } from 'vitest'
import { lineSessions } from './chats/open-lines.ts'
import { Caller } from './testing/caller.ts'
import { runningPortal } from './testing/running-portal.ts'

const origin = await runningPortal()
const HISTORY = 'imopenlines.session.history.get'

describe('open channels', () => {
  it('a conversation comes whole, with ids as text and names in small letters, whoever takes part in its chat', async () => {
    const caller = await Caller.of(origin)
    const history = await caller.result(HISTORY, { SESSION_ID: '41' })
    expect(history).toMatchObject({ chatId: 1763, sessionId: 41, userId: 'chat1763', userInGroup: [] })
    const ids = lineSessions.find(({ id }) => id === 41)?.messages.map(({ id }) => String(id)) ?? []
    expect(Object.keys(history.message)).toEqual(ids)
    expect(history.usersMessage.chat1763).toEqual(ids.toReversed())
    const said = Object.values<Record<string, unknown>>(history.message)
    expect(said[0]).toMatchObject({ senderid: '0', recipientid: 'chat1763', params: { class: 'bx-messenger-content-item-ol-start' } })
    expect(said[2]).toMatchObject({ params: { fileId: [expect.any(Number)], connectorMid: [expect.any(String)] } })
    expect(said[7]).toMatchObject({
      params: { attach: [{ blocks: [{ message: '[B]Claim 4471[/B]' }, { grid: [{ display: 'ROW' }, {}] }] }] },
    })
    expect(said.some(({ params }) => Array.isArray(params))).toBe(true)
    expect(history.users['701']).toMatchObject({ id: '701', connector: true, workPosition: '' })
    expect(Object.values(history.files)[0]).toMatchObject({ chatid: 1763, urlpreview: expect.any(String), isvoicenote: false })
    expect(Object.keys((await caller.result(HISTORY, { SESSION_ID: '44' })).message)).toHaveLength(1_500)
    expect(await caller.result('im.dialog.messages.get', { DIALOG_ID: 'chat1763' })).toBe('ACCESS_ERROR')
  })

  it('refuse what they do not give: by the number of the chat alone, of others, without a number, without the right', async () => {
    const caller = await Caller.of(origin)
    expect(await caller.result(HISTORY, { CHAT_ID: '1763' })).toBe('ACCESS_DENIED')
    expect(await caller.result(HISTORY, { CHAT_ID: '1764' })).toMatchObject({ sessionId: 44 })
    expect(await caller.result(HISTORY, { SESSION_ID: '47' })).toBe('ACCESS_DENIED')
    expect(await caller.result(HISTORY, { CHAT_ID: '70' })).toBe('INVALID_SESSION_ID')
    expect(await caller.result(HISTORY)).toBe('MISSING_REQUIRED_PARAM')
    const without = await Caller.of(origin, { scopes: ['im'] })
    expect(await without.result(HISTORY, { SESSION_ID: '41' })).toBe('insufficient_scope')
  })

  it('know the chats of an entity, and a chat by its number or by the code of its client', async () => {
    const caller = await Caller.of(origin)
    const chatsOf = (type: string, id: string) =>
      caller.result('imopenlines.crm.chat.get', { CRM_ENTITY_TYPE: type, CRM_ENTITY: id, ACTIVE_ONLY: 'N' })
    expect(await chatsOf('deal', '8061')).toEqual([
      { CHAT_ID: '1763', CONNECTOR_ID: 'livechat', CONNECTOR_TITLE: 'Live chat' },
      { CHAT_ID: '1764', CONNECTOR_ID: 'telegrambot', CONNECTOR_TITLE: 'Telegram' },
      { CHAT_ID: '40', CONNECTOR_ID: 'telegrambot', CONNECTOR_TITLE: 'Telegram' },
    ])
    expect(await chatsOf('contact', '12')).toHaveLength(1)
    expect(await chatsOf('lead', '7')).toEqual([])
    expect(await chatsOf('dynamic', '7')).toBe('ERROR_ARGUMENT')
    expect((await caller.result('imopenlines.dialog.get', { CHAT_ID: '1763' })).entity_data_1.split('|')[5]).toBe('41')
    expect(await caller.result('imopenlines.dialog.get', { USER_CODE: 'telegrambot|3|777|42' })).toMatchObject({ dialog_id: 'chat40' })
    expect(await caller.result('imopenlines.dialog.get', { CHAT_ID: '1765' })).toBe('ACCESS_DENIED')
  })
})
