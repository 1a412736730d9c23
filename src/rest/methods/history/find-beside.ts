import type { From } from '~/domain/history/beyond'
import type { ChatId, MessageId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'
import { PortalError } from '~/domain/portal/portal-error'
import type { CallOptions, RestClient } from '../../client/client.ts'
import { decodeMessage } from '../../decode/decode-message.ts'
import { listOf, phpMap } from '../../decode/wire.ts'
import { wireDate } from './search-messages.ts'

/** What a portal is asked to find beside a place; `docs/bitrix24/rest.md` §6.1. */
interface BesideRequest {
  readonly chatId: ChatId
  /** Of three characters or more. */
  readonly phrase: string
  readonly than: MessageId
  readonly side: From['side']
  /** Epoch ms of a message beyond which nothing is looked for; null for none: looking to the end costs the portal most. */
  readonly upTo: number | null
}

interface FoundBeside {
  /** In any order. */
  readonly messages: readonly Message[]
  /** Beyond which more may be; null at the end. */
  readonly next: MessageId | null
}

/** The first one is mostly what is wanted. */
const PAGE = 20

/** Messages with a phrase in what is stored of them, markup included, on one side of a place; the nearest. @throws {PortalError} */
export async function findBeside(
  client: RestClient,
  { chatId, phrase, than, side, upTo }: BesideRequest,
  options: CallOptions,
): Promise<FoundBeside> {
  const params = {
    CHAT_ID: chatId,
    ORDER: { ID: side === 'older' ? 'DESC' : 'ASC' },
    LIMIT: PAGE,
    SEARCH_MESSAGE: phrase,
    LAST_ID: than,
    ...(upTo !== null && { [side === 'older' ? 'DATE_FROM' : 'DATE_TO']: wireDate(upTo) }),
  }
  const answer = phpMap(await client.call('im.dialog.messages.search', params, options))
  if (typeof answer['messages'] !== 'object' || answer['messages'] === null)
    throw new PortalError('contract', 'The answer of the portal is no search.', { detail: 'MESSAGES' })
  const records = listOf(answer['messages'])
  const messages = records.flatMap((record) => decodeMessage(record, client.portal) ?? [])
  const ids = messages.map(({ id }) => id).filter((id) => (side === 'older' ? id < than : id > than))
  const farthest = (side === 'older' ? Math.min(...ids) : Math.max(...ids)) as MessageId
  return { messages, next: records.length < PAGE || ids.length === 0 ? null : farthest }
}
