import { parseMessageId, type ChatId, type MessageId, type UserId } from '~/domain/ids'
import type { AnsweredMessage, Enrichment } from '~/domain/history/enrichment'
import type { Reaction } from '~/domain/message/message'
import type { RestClient } from '../../client/client.ts'
import { decodeForwardV2 } from '../../decode/decode-forward-v2.ts'
import { decodeMessage } from '../../decode/decode-message.ts'
import { decodeUsers } from '../../decode/decode-user.ts'
import { flag, httpUrl, idList, listOf, phpMap, text, wireId } from '../../decode/wire.ts'

/** The most that one search may return. */
export const ENRICHED_AT_ONCE = 200

function decodeReactions(value: unknown): Reaction[] {
  const wire = phpMap(value)
  const users = phpMap(wire['reactionUsers'])
  return Object.entries(phpMap(wire['reactionCounters'])).flatMap(([name, count]) => {
    const userIds = idList(users[name]) as UserId[]
    const counted = wireId(count) ?? userIds.length
    return counted > 0 ? [{ name, count: counted, userIds }] : []
  })
}

/** What a search tells beyond the pages. */
export interface FoundFacts {
  /** By id, newest first. Messages about which nothing more is known are left out. */
  readonly facts: ReadonlyMap<MessageId, Enrichment>
  /** Messages that those found reply to, with their authors. */
  readonly answered: readonly AnsweredMessage[]
  /** Whether the portal's plan hides messages that would have been among those found. */
  readonly cutByPlan: boolean
}

/** Messages of V2 answers have the fields of a page's; `docs/bitrix24/rest.md` §6.1. */
function decodeAnswered(answer: Readonly<Record<string, unknown>>, portal: string): AnsweredMessage[] {
  const users = new Map(decodeUsers(answer['users'], portal).map((user) => [user.id, user]))
  return listOf(answer['additionalMessages']).flatMap((entry) => {
    const message = decodeMessage(entry, portal)
    return message === null || message.kind === 'unknown' ? [] : [{ message, author: users.get(message.authorId) ?? null }]
  })
}

/**
 * What the portal knows beyond their pages about the messages before `before` (the newest ones when null);
 * `im.dialog.messages.search` without a phrase, `docs/bitrix24/rest.md` §6.1.
 * @throws {PortalError}
 */
export async function loadEnrichment(client: RestClient, chatId: ChatId, before: MessageId | null, count: number): Promise<FoundFacts> {
  const answer = phpMap(
    await client.call(
      'im.dialog.messages.search',
      { CHAT_ID: chatId, ORDER: { ID: 'DESC' }, LIMIT: Math.min(count, ENRICHED_AT_ONCE), LAST_ID: before ?? undefined },
      { priority: 'background', attempts: 2 },
    ),
  )
  return decodeFacts(answer, client.portal)
}

/** What the answer of a search tells of its messages beyond the pages. */
export function decodeFacts(answer: Readonly<Record<string, unknown>>, portal: string): FoundFacts {
  const reactions = new Map(listOf(answer['reactions']).map((entry) => [wireId(phpMap(entry)['messageId']), decodeReactions(entry)]))
  const stickers = new Map(
    listOf(answer['stickers']).map((entry) => {
      const wire = phpMap(entry)
      return [text(wire['id']), httpUrl(wire['uri'] ?? wire['url'], portal)] as const
    }),
  )
  const found = new Map<MessageId, Enrichment>()
  for (const entry of listOf(answer['messages'])) {
    const wire = phpMap(entry)
    const id = wireId(wire['id']) as MessageId | null
    if (id === null) continue
    const params = phpMap(wire['params'])
    const sticker = phpMap(params['STICKER_PARAMS'])
    const enrichment: Enrichment = {
      reactions: reactions.get(id) ?? [],
      forwarded: decodeForwardV2(wire['forward']),
      replyTo: parseMessageId(text(params['REPLY_ID'])),
      stickerUrl: stickers.get(text(sticker['id']) || text(sticker['ID'])) ?? null,
    }
    if (enrichment.reactions.length > 0 || enrichment.forwarded || enrichment.replyTo !== null || enrichment.stickerUrl !== null)
      found.set(id, enrichment)
  }
  return {
    facts: found,
    answered: decodeAnswered(answer, portal),
    cutByPlan: flag(phpMap(answer['tariffRestrictions'])['isHistoryLimitExceeded']),
  }
}
