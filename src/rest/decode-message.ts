import * as v from 'valibot'
import type { ChatId, FileId, MessageId, UserId } from '~/domain/ids'
import type { Message } from '~/domain/message'
import { decodeEntities } from '~/lib/entities'
import { epochMs, flag, httpUrl, idList, phpMap, text, wireId } from './wire.ts'

const wirePlace = v.looseObject({ id: v.pipe(wireId, v.minValue(1)) })
const wireMessage = v.looseObject({
  author_id: v.optional(wireId, 0),
  text: v.optional(v.nullable(v.union([v.string(), v.number()])), ''),
})

/**
 * A message of `rest.md` §3–4. A record that has an id and is otherwise unreadable keeps its place as
 * kind `unknown`; null when there is no id to place it by.
 */
export function decodeMessage(value: unknown, portal: string): Message | null {
  const place = v.safeParse(wirePlace, value)
  if (!place.success) return null
  const id = place.output.id as MessageId
  const sentAt = epochMs(place.output['date'])
  const parsed = v.safeParse(wireMessage, value)
  if (!parsed.success) return { kind: 'unknown', id, sentAt }
  const wire = parsed.output
  const params = phpMap(wire['params'])
  const system = wire.author_id === 0 || text(params['CLASS']).includes('bx-messenger-content-item-system')
  const name = decodeEntities(text(params['NAME'])).trim()
  return {
    kind: system ? 'system' : 'message',
    id,
    sentAt,
    authorId: wire.author_id as UserId,
    chatId: (Number(wire['chat_id']) || null) as ChatId | null,
    text: text(wire.text),
    shownAs: name === '' ? null : { name, avatarUrl: httpUrl(params['AVATAR'], portal) },
    unread: flag(wire['unread']),
    deleted: flag(params['IS_DELETED']),
    edited: flag(params['IS_EDITED']),
    // The only flag whose "N" is ever sent.
    delivered: text(params['IS_DELIVERED']) !== 'N',
    fileIds: idList(params['FILE_ID']) as FileId[],
    likes: idList(params['LIKE']) as UserId[],
  }
}
