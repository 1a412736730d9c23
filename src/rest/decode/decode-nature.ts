import { parseDialogId, parseMessageId, type UserId } from '~/domain/ids'
import type { Forwarded, TextMessage } from '~/domain/message'
import type { MessageNature, Topic } from '~/domain/message-nature'
import { joinNonEmpty } from '~/lib/join-non-empty'
import { epochMs, flag, phpMap, text, wireId } from './wire.ts'

/** By parts of the names of components: there are dozens, and new ones come with every version. The first that fits. */
const components: readonly (readonly [RegExp, Topic])[] = [
  [/copilot|ai_?assistant|\bai\b/i, 'copilot'],
  [/call|conference|zoom|phone/i, 'call'],
  [/task/i, 'task'],
  [/calendar|meeting|event/i, 'meeting'],
  [/vote|poll/i, 'poll'],
  [/sign|document/i, 'document'],
  [/form|check_?in|feedback/i, 'form'],
  [/crm|deal|lead|imol|openlines/i, 'crm'],
  [/chat|channel|collab/i, 'chat'],
]

function topicOf(params: TextMessage['params']): MessageNature['topic'] {
  const component = text(params['COMPONENT_ID'])
  return component === '' ? null : { name: components.find(([pattern]) => pattern.test(component))?.[1] ?? 'other', id: component }
}

/** `FORWARD_ID` tells no more than an id that may be of any chat. */
function forwardOf({ params, enrichment }: TextMessage): Forwarded | null {
  if (enrichment?.forwarded) return enrichment.forwarded
  const id = text(params['FORWARD_ID'])
  return id === '' ? null : { messageId: parseMessageId(id), dialogId: null, authorId: null, chatTitle: '' }
}

/** `forward` of an answer in the shape of V2: `{id: "chatN/M", userId, chatTitle}`; `rest.md` §4. */
export function decodeForward(value: unknown): Forwarded | null {
  const wire = phpMap(value)
  const [dialog, message] = text(wire['id']).split('/')
  if (!message) return null
  return {
    messageId: parseMessageId(message),
    dialogId: parseDialogId(dialog ?? ''),
    authorId: wireId(wire['userId']) as UserId | null,
    chatTitle: text(wire['chatTitle']),
  }
}

/** A sticker is told as `{ID, PACK_ID, PACK_TYPE}`, any of which may be missing. */
function stickerOf(value: unknown): string | null {
  const wire = phpMap(value)
  const id = text(wire['ID']) || text(wire['id'])
  const pack = text(wire['PACK_ID']) || text(wire['packId'])
  return id === '' && pack === '' ? null : joinNonEmpty([pack, id], '/')
}

/** What a message is beside its text; `rest.md` §3–4. */
export function decodeNature(message: TextMessage): MessageNature {
  const { params, enrichment, wire } = message
  return {
    pinned: flag(params['IS_PINNED']),
    disappearsAt: epochMs(phpMap(wire)['disappearing_date']),
    forwarded: forwardOf(message),
    replyTo: enrichment?.replyTo ?? parseMessageId(text(params['REPLY_ID'])),
    sticker: stickerOf(params['STICKER_PARAMS']),
    topic: topicOf(params),
  }
}
