import type { ChatId, FileId, MessageId, UserId } from '~/domain/ids'
import type { Message } from '~/domain/message'
import { decodeEntities } from '~/lib/entities'
import { epochMs, flag, httpUrl, idList, phpMap, text, wireId } from './wire.ts'

const isText = (value: unknown): boolean => value === undefined || value === null || typeof value === 'string' || typeof value === 'number'

/**
 * A message of `rest.md` §3–4. A record that has an id and is otherwise unreadable keeps its place as
 * kind `unknown`; null when there is no id to place it by.
 */
export function decodeMessage(value: unknown, portal: string): Message | null {
  const wire = phpMap(value)
  const id = wireId(wire['id']) as MessageId | null
  if (id === null || id === 0) return null
  const sentAt = epochMs(wire['date'])
  const authorId = wire['author_id'] === undefined ? 0 : wireId(wire['author_id'])
  if (authorId === null || !isText(wire['text'])) return { kind: 'unknown', id, sentAt }
  const params = phpMap(wire['params'])
  const system = authorId === 0 || text(params['CLASS']).includes('bx-messenger-content-item-system')
  const name = decodeEntities(text(params['NAME'])).trim()
  return {
    kind: system ? 'system' : 'message',
    id,
    sentAt,
    authorId: authorId as UserId,
    chatId: (Number(wire['chat_id']) || null) as ChatId | null,
    text: text(wire['text']),
    shownAs: name === '' ? null : { name, avatarUrl: httpUrl(params['AVATAR'], portal) },
    unread: flag(wire['unread']),
    deleted: flag(params['IS_DELETED']),
    edited: flag(params['IS_EDITED']),
    // The only flag whose "N" is ever sent.
    delivered: text(params['IS_DELIVERED']) !== 'N',
    fileIds: idList(params['FILE_ID']) as FileId[],
    likes: idList(params['LIKE']) as UserId[],
    params,
    wire,
  }
}
