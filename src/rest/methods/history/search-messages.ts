import type { ChatFile } from '~/domain/message/chat-file'
import type { Message } from '~/domain/message/message'
import type { ChatId, MessageId } from '~/domain/ids'
import type { User } from '~/domain/people/user'
import { PortalError } from '~/domain/portal/portal-error'
import type { CallOptions, RestClient } from '../../client/client.ts'
import { decodeFiles } from '../../decode/decode-file.ts'
import { decodeMessage } from '../../decode/decode-message.ts'
import { decodeUsers } from '../../decode/decode-user.ts'
import { flag, listOf, phpMap } from '../../decode/wire.ts'
import { decodeFacts, type FoundFacts } from './enrichment.ts'

/** What a portal is asked to find; `docs/bitrix24/rest.md` §6.1. */
export interface SearchRequest {
  readonly chatId: ChatId
  /** Of three characters or more; null finds everything. */
  readonly phrase: string | null
  /** Epoch ms; null for no bound. */
  readonly since: number | null
  /** Where it goes on. */
  readonly from: SearchCursor
}

/**
 * Where a search goes on: at an instant. It is sorted by dates, of which ids may know nothing: imports bring old messages with new
 * ids. An id is needed alone where more messages than a page has were sent in one second.
 */
export interface SearchCursor {
  /** Epoch ms; null begins at the newest. */
  readonly until: number | null
  /** Of those that were sent at that instant, all that were not found yet are below. */
  readonly below: MessageId | null
}

export interface FoundPage extends Pick<FoundFacts, 'facts' | 'answered'> {
  /** Newest first; those that begin it may have been in the page before. */
  readonly messages: readonly Message[]
  readonly users: readonly User[]
  readonly files: readonly ChatFile[]
  /** Null at the end. */
  readonly next: SearchCursor | null
  /** The plan of the portal hides what is older. */
  readonly cutByPlan: boolean
}

/** The most that one search may return. */
const PAGE = 200
const SECOND = 1_000

/** The portal takes no fractions of a second, and no `Z`. */
export const wireDate = (epochMs: number): string => `${new Date(epochMs).toISOString().slice(0, 19)}+00:00`

/** One page of what a portal finds. @throws {PortalError} */
export async function searchMessages(
  client: RestClient,
  { chatId, phrase, since, from: { until, below } }: SearchRequest,
  options: CallOptions,
): Promise<FoundPage> {
  const answer = phpMap(
    await client.call(
      'im.dialog.messages.search',
      {
        CHAT_ID: chatId,
        ORDER: { ID: 'DESC' },
        LIMIT: PAGE,
        SEARCH_MESSAGE: phrase ?? undefined,
        // Of one instant alone, where ids decide.
        DATE_FROM: below !== null && until !== null ? wireDate(until) : since === null ? undefined : wireDate(since),
        DATE_TO: until === null ? undefined : wireDate(until),
        LAST_ID: below ?? undefined,
      },
      options,
    ),
  )
  if (typeof answer['messages'] !== 'object' || answer['messages'] === null)
    throw new PortalError('contract', 'The answer of the portal is no search.', { detail: 'MESSAGES' })
  const records = listOf(answer['messages'])
  const messages = records.flatMap((record) => decodeMessage(record, client.portal) ?? []).toSorted(newestFirst)
  const { facts, answered } = decodeFacts(answer, client.portal)
  return {
    messages,
    facts,
    answered,
    users: decodeUsers(answer['users'], client.portal),
    files: decodeFiles(answer['files'], client.portal),
    next: nextOf(messages, records.length, { until, below }),
    cutByPlan: flag(phpMap(answer['tariffRestrictions'])['isHistoryLimitExceeded']),
  }
}

const newestFirst = (a: Message, b: Message): number => (b.sentAt ?? 0) - (a.sentAt ?? 0) || b.id - a.id

function nextOf(messages: readonly Message[], received: number, { until, below }: SearchCursor): SearchCursor | null {
  const isOver = received < PAGE
  if (isOver) return below !== null && until !== null ? { until: until - SECOND, below: null } : null
  const last = messages.at(-1)
  const reached = messages.findLast(({ sentAt }) => sentAt !== null)?.sentAt ?? null
  if (!last || reached === null) throw new PortalError('contract', 'What the portal finds has no dates.', { detail: 'MESSAGES' })
  return reached === until ? { until, below: last.id } : { until: reached, below: null }
}
