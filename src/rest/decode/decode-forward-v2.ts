import { parseDialogId, parseMessageId, type UserId } from '~/domain/ids'
import type { Forwarded } from '~/domain/message/message'
import { nameText, phpMap, text, wireId } from './wire.ts'

/** `forward` of an answer in the shape of V2: `{id: "chatN/M", userId, chatTitle}`, with `U1:U2` for a private dialog; `docs/bitrix24/rest.md` §4. */
export function decodeForwardV2(value: unknown): Forwarded | null {
  const wire = phpMap(value)
  const [dialog, message] = text(wire['id']).split('/')
  if (!message) return null
  const [one = null, two = null] = text(dialog).split(':').map(wireId)
  return {
    messageId: parseMessageId(message),
    dialogId: parseDialogId(dialog),
    between: one !== null && two !== null ? [one as UserId, two as UserId] : null,
    authorId: wireId(wire['userId']) as UserId | null,
    chatTitle: nameText(wire['chatTitle']),
  }
}
