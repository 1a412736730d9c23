import type { LineChat } from '~/domain/chat'
import { conversationOf } from '~/domain/conversation'
import { parseDialogId, type ChatId, type DialogId } from '~/domain/ids'
import type { LineEntity } from '~/domain/portal/placement'
import { isPortalError } from '~/domain/portal/portal-error'
import type { CallOptions, RestClient } from '../../client/client.ts'
import { listOf, nameText, phpMap, text, wireId } from '../../decode/wire.ts'
import { openLinesError } from './load-session.ts'

/** The answer to a question about open channels: the portal gives it, or says no. */
const isRefusal = (error: unknown): boolean =>
  isPortalError(error) && ['access', 'rejected', 'unsupported'].includes(error.code) && error.detail !== 'insufficient_scope'

interface LineCard {
  readonly dialogId: DialogId | null
  readonly title: string
  /** The last one. */
  readonly conversation: DialogId | null
}

/** The sixth of the facts that `entity_data_1` consists of is the last session. */
function decodeCard(value: unknown): LineCard {
  const wire = phpMap(value)
  const session = wireId(text(wire['entity_data_1']).split('|')[5])
  return {
    dialogId: parseDialogId(text(wire['dialog_id'])),
    title: nameText(wire['name']),
    conversation: session ? conversationOf(session) : null,
  }
}

/** `imopenlines.dialog.get`, `docs/bitrix24/rest.md` §6.8; null where the portal does not give it. @throws {PortalError} */
const loadCard = (client: RestClient, chat: { CHAT_ID: number } | { USER_CODE: string }, options: CallOptions): Promise<LineCard | null> =>
  client.collect('imopenlines.dialog.get', chat, options).then(decodeCard, (error: unknown) => {
    if (isRefusal(error)) return null
    throw openLinesError(error)
  })

/** So many are asked for their names, in one request. */
const MOST = 20

/**
 * Chats of open channels that belong to an entity, those that have ended too; `imopenlines.crm.chat.get`, `docs/bitrix24/rest.md` §6.8.
 * @throws {PortalError}
 */
export async function loadLineChats(client: RestClient, { type, id }: LineEntity, options: CallOptions = {}): Promise<LineChat[]> {
  const found = await client
    .call('imopenlines.crm.chat.get', { CRM_ENTITY_TYPE: type, CRM_ENTITY: id, ACTIVE_ONLY: 'N' }, options)
    .catch((error: unknown) => {
      if (isRefusal(error)) return []
      throw openLinesError(error)
    })
  const chats = listOf(found)
    .slice(0, MOST)
    .flatMap((entry) => {
      const wire = phpMap(entry)
      const chatId = wireId(wire['CHAT_ID'])
      return chatId ? [{ chatId: chatId as ChatId, channel: nameText(wire['CONNECTOR_TITLE']) || nameText(wire['CONNECTOR_ID']) }] : []
    })
  return Promise.all(
    chats.map(async ({ chatId, channel }) => {
      // Without their names they are still chats of some channel.
      const card = await loadCard(client, { CHAT_ID: chatId }, options).catch(() => null)
      return { dialogId: `chat${chatId}` as DialogId, title: card?.title ?? '', channel }
    }),
  )
}

/**
 * The last conversation of a chat that `im` refuses to the reader; null where it is no chat of an open channel, or the portal does not
 * give that either. Which way leads to it depends on the portal. @throws {PortalError}
 */
export async function loadLastConversation(client: RestClient, chatId: number, options: CallOptions = {}): Promise<DialogId | null> {
  const card = await loadCard(client, { CHAT_ID: chatId }, options)
  if (card) return card.conversation
  try {
    const session = wireId(phpMap(await client.call('imopenlines.session.history.get', { CHAT_ID: chatId }, options))['sessionId'])
    return session ? conversationOf(session) : null
  } catch (error) {
    if (isRefusal(error)) return null
    throw openLinesError(error)
  }
}

/** The chat of a client in a channel, by their code; null where the portal does not give it. @throws {PortalError} */
export const loadChatOfClient = async (client: RestClient, code: string): Promise<DialogId | null> =>
  (await loadCard(client, { USER_CODE: code }, {}))?.dialogId ?? null
