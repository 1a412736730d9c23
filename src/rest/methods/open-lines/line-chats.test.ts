import { expect, it } from 'vitest'
import { PortalError } from '~/domain/portal/portal-error'
import { fakePortal } from '~/testing/fake-portal'
import { loadChatOfClient, loadLastConversation, loadLineChats } from './line-chats.ts'

/** A portal that answers some methods, and refuses all others with a code. */
function portalWith(answers: Readonly<Record<string, unknown>>, refusal = 'ACCESS_DENIED') {
  const portal = fakePortal({ ids: [] })
  portal.call = async (method, params) => {
    portal.asked.push({ method, params })
    if (method in answers) return answers[method]
    throw new PortalError(refusal === 'INVALID_SESSION_ID' ? 'rejected' : 'access', method, { detail: refusal })
  }
  return portal
}
const DIALOG = 'imopenlines.dialog.get'
const HISTORY = 'imopenlines.session.history.get'
const CRM = 'imopenlines.crm.chat.get'

it('chats of an entity are named after their channels, and by their own names where the portal tells them; ended ones too', async () => {
  const found = [
    { CHAT_ID: '1763', CONNECTOR_ID: 'livechat', CONNECTOR_TITLE: 'Live chat' },
    { CHAT_ID: 'x', CONNECTOR_ID: 'livechat' },
    { CHAT_ID: 8, CONNECTOR_ID: 'avito', CONNECTOR_TITLE: '' },
  ]
  const named = portalWith({ [CRM]: found, [DIALOG]: { name: 'Ivan' } })
  expect(await loadLineChats(named, { type: 'deal', id: '8061' })).toEqual([
    { dialogId: 'chat1763', title: 'Ivan', channel: 'Live chat' },
    { dialogId: 'chat8', title: 'Ivan', channel: 'avito' },
  ])
  expect(named.asked[0]?.params).toEqual({ CRM_ENTITY_TYPE: 'deal', CRM_ENTITY: '8061', ACTIVE_ONLY: 'N' })
  expect(await loadLineChats(portalWith({ [CRM]: found }), { type: 'deal', id: '1' })).toMatchObject([{ title: '' }, { title: '' }])
  expect(await loadLineChats(portalWith({}), { type: 'deal', id: '1' })).toEqual([])
  await expect(loadLineChats(portalWith({}, 'insufficient_scope'), { type: 'deal', id: '1' })).rejects.toMatchObject({
    detail: 'OPEN_LINES_SCOPE',
  })
})

it('the last conversation of a refused chat is told by its card, or by itself; and by nothing for another chat', async () => {
  const byCard = portalWith({ [DIALOG]: { entity_data_1: 'Y|LEAD|1205|N|N|321|1773223732|0|0|0' } })
  expect(await loadLastConversation(byCard, 1763)).toBe('imol|321')
  expect(byCard.asked).toHaveLength(1)
  expect(await loadLastConversation(portalWith({ [HISTORY]: { sessionId: 44 } }), 1764)).toBe('imol|44')
  expect(await loadLastConversation(portalWith({}, 'INVALID_SESSION_ID'), 70)).toBeNull()
  expect(await loadLastConversation(portalWith({}), 1765)).toBeNull()
  await expect(loadLastConversation(portalWith({}, 'insufficient_scope'), 70)).rejects.toMatchObject({ detail: 'OPEN_LINES_SCOPE' })
})

it('the code of a client leads to their chat, where the portal gives it', async () => {
  const portal = portalWith({ [DIALOG]: { dialog_id: 'chat40' } })
  expect(await loadChatOfClient(portal, 'telegrambot|3|777|42')).toBe('chat40')
  expect(portal.asked[0]?.params).toEqual({ USER_CODE: 'telegrambot|3|777|42' })
  expect(await loadChatOfClient(portalWith({}), 'x|1|2|3')).toBeNull()
})
