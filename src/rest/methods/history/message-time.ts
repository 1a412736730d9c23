import type { ChatId, MessageId } from '~/domain/ids'
import type { RestClient } from '../../client/client.ts'
import { decodeMessage } from '../../decode/decode-message.ts'
import { listOf, phpMap } from '../../decode/wire.ts'

/** When a message was sent. */
export interface MessageTime {
  /** Epoch ms. */
  readonly sentAt: number
  /** As the portal wrote it, minutes east of UTC; null where it did not. */
  readonly utcOffset: number | null
}

/**
 * When a message of a chat was sent; null where the chat has no such message. A search compares ids whether or not they name a
 * message (`docs/bitrix24/rest.md` §6.1), so the one before the next id is this one or shows that it is gone. What is
 * asked for in one moment goes in one request. @throws {PortalError}
 */
export async function loadMessageTime(client: RestClient, chatId: ChatId, id: MessageId): Promise<MessageTime | null> {
  const answer = await client.collect(
    'im.dialog.messages.search',
    { CHAT_ID: chatId, ORDER: { ID: 'DESC' }, LIMIT: 1, LAST_ID: id + 1 },
    { priority: 'background' },
  )
  const messages = listOf(phpMap(answer)['messages']).map((entry) => decodeMessage(entry, client.portal))
  const found = messages.find((message) => message?.id === id)
  return found && found.sentAt !== null ? { sentAt: found.sentAt, utcOffset: found.utcOffset } : null
}
