import { parseMessageId, type ChatId, type FileId, type MessageId, type UserId } from '~/domain/ids'
import {
  hasOf,
  type ChatEvent,
  type EventKind,
  type Message,
  type MessageExtras,
  type Sticker,
  type TextMessage,
} from '~/domain/message/message'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import { decodeAttach, decodeKeyboard } from './decode-attach.ts'
import { decodeForwardId } from './decode-forward.ts'
import { epochMs, flag, httpUrl, idList, nameText, phpMap, text, wireId, writtenOffset } from './wire.ts'

type Wire = Readonly<Record<string, unknown>>

const isText = (value: unknown): boolean => value === undefined || value === null || typeof value === 'string' || typeof value === 'number'

/** Codes of events; `docs/bitrix24/rest.md` §4. They arrive as a list of one. */
const EVENTS: Readonly<Record<string, EventKind>> = { CHAT_JOIN: 'join', USER_JOIN: 'join', CHAT_LEAVE: 'leave' }

/** `NOTIFY` is `"N"` of an event that notifies nobody, or lists whom it has notified. */
function decodeEvent(params: Wire): ChatEvent | null {
  const code = text(params['CODE'])
  const kind = Object.hasOwn(EVENTS, code) ? EVENTS[code] : undefined
  const notified = idList(params['NOTIFY']) as UserId[]
  return kind !== undefined || notified.length > 0 ? { kind: kind ?? 'notice', notified } : null
}

/** A sticker arrives as `{ID, PACK_ID, PACK_TYPE}`, any of which may be missing. */
function decodeSticker(value: unknown): Sticker | null {
  const wire = phpMap(value)
  const name = joinNonEmpty([nameText(wire['PACK_ID']) || nameText(wire['packId']), nameText(wire['ID']) || nameText(wire['id'])], '/')
  return name === '' ? null : { name, url: null }
}

/** Under which name and picture a message is shown; the name is empty where only the picture is another. */
const decodeShownAs = (name: string, avatarUrl: string | null): TextMessage['shownAs'] =>
  name === '' && avatarUrl === null ? null : { name, avatarUrl }

function decodeExtras(wire: Wire, params: Wire, portal: string, likes: readonly UserId[]): MessageExtras {
  return {
    topic: nameText(params['COMPONENT_ID']) || null,
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
  const utcOffset = writtenOffset(wire['date'])
  const author = wireId(wire['author_id'] ?? 0)
  if (author === null || !isText(wire['text'])) return { kind: 'unknown', id, sentAt, utcOffset, raw: wire }
  const params = phpMap(wire['params'])
  const name = nameText(params['NAME'])
  // The system may speak for a user, or under a name (`docs/bitrix24/rest.md` §4): the messenger shows those as somebody's.
  const authorId = author === 0 ? (wireId(params['USER_ID']) ?? 0) : author
  const system = (authorId === 0 && name === '') || text(params['CLASS']).includes('bx-messenger-content-item-system')
  const likes = idList(params['LIKE']) as UserId[]
  const extras = decodeExtras(wire, params, portal, likes)
  // Written out key by key: spreading an object with this many keys costs as much as all the decoding here.
  return {
    kind: system ? 'system' : 'message',
    id,
    sentAt,
    utcOffset,
    authorId: authorId as UserId,
    chatId: (Number(wire['chat_id']) || null) as ChatId | null,
    text: text(wire['text']),
    urlOnly: flag(params['URL_ONLY']) && extras.attaches.length > 0,
    shownAs: decodeShownAs(name, httpUrl(params['AVATAR'], portal)),
    unread: flag(wire['unread']),
    deleted: flag(params['IS_DELETED']),
    edited: flag(params['IS_EDITED']),
    event: system ? decodeEvent(params) : null,
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
