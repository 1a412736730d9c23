import { parseMessageId, type ChatId, type FileId, type MessageId, type UserId } from '~/domain/ids'
import { hasOf, type Message, type MessageExtras, type Sticker } from '~/domain/message/message'
import { decodeEntities } from '~/lib/entities'
import { joinNonEmpty } from '~/lib/join-non-empty'
import { decodeAttach, decodeKeyboard } from './decode-attach.ts'
import { decodeForwardId } from './decode-forward.ts'
import { decodeTopic } from './decode-topic.ts'
import { epochMs, flag, httpUrl, idList, phpMap, text, wireId } from './wire.ts'

type Wire = Readonly<Record<string, unknown>>

const isText = (value: unknown): boolean => value === undefined || value === null || typeof value === 'string' || typeof value === 'number'

/** A sticker arrives as `{ID, PACK_ID, PACK_TYPE}`, any of which may be missing. */
function decodeSticker(value: unknown): Sticker | null {
  const wire = phpMap(value)
  const name = joinNonEmpty([text(wire['PACK_ID']) || text(wire['packId']), text(wire['ID']) || text(wire['id'])], '/')
  return name === '' ? null : { name, url: null }
}

function decodeExtras(wire: Wire, params: Wire, portal: string, likes: readonly UserId[]): MessageExtras {
  return {
    topic: decodeTopic(params['COMPONENT_ID']),
    pinned: flag(params['IS_PINNED']),
    disappearsAt: epochMs(wire['disappearing_date']),
    forwarded: decodeForwardId(params['FORWARD_ID']),
    replyTo: parseMessageId(text(params['REPLY_ID'])),
    fileIds: idList(params['FILE_ID']) as FileId[],
    sticker: decodeSticker(params['STICKER_PARAMS']),
    attaches: decodeAttach(params['ATTACH'], portal),
    keyboard: decodeKeyboard(params['KEYBOARD'], portal),
    reactions: likes.length > 0 ? [{ name: 'like', count: likes.length, userIds: likes }] : [],
  }
}

/**
 * A message of `docs/bitrix24/rest.md` §3–4. A record with an id that is otherwise unreadable keeps its place as
 * kind `unknown`; null when there is no id to place it by.
 */
export function decodeMessage(value: unknown, portal: string): Message | null {
  const wire = phpMap(value)
  const id = wireId(wire['id']) as MessageId | null
  if (id === null || id === 0) return null
  const sentAt = epochMs(wire['date'])
  const authorId = wire['author_id'] === undefined ? 0 : wireId(wire['author_id'])
  if (authorId === null || !isText(wire['text'])) return { kind: 'unknown', id, sentAt, raw: wire }
  const params = phpMap(wire['params'])
  const system = authorId === 0 || text(params['CLASS']).includes('bx-messenger-content-item-system')
  const name = decodeEntities(text(params['NAME'])).trim()
  const likes = idList(params['LIKE']) as UserId[]
  const extras = decodeExtras(wire, params, portal, likes)
  // Written out key by key: spreading an object with this many keys costs as much as all the decoding here.
  return {
    kind: system ? 'system' : 'message',
    id,
    sentAt,
    authorId: authorId as UserId,
    chatId: (Number(wire['chat_id']) || null) as ChatId | null,
    text: text(wire['text']),
    urlOnly: flag(params['URL_ONLY']) && extras.attaches.length > 0,
    shownAs: name === '' ? null : { name, avatarUrl: httpUrl(params['AVATAR'], portal) },
    unread: flag(wire['unread']),
    deleted: flag(params['IS_DELETED']),
    edited: flag(params['IS_EDITED']),
    // The only flag whose "N" is ever sent.
    delivered: text(params['IS_DELIVERED']) !== 'N',
    likes,
    topic: extras.topic,
    pinned: extras.pinned,
    disappearsAt: extras.disappearsAt,
    forwarded: extras.forwarded,
    replyTo: extras.replyTo,
    fileIds: extras.fileIds,
    sticker: extras.sticker,
    attaches: extras.attaches,
    keyboard: extras.keyboard,
    reactions: extras.reactions,
    has: hasOf(extras),
    raw: wire,
  }
}
