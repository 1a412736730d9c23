import { parseDialogId, parseMessageId, type DialogId, type MessageId, type UserId } from '~/domain/ids'

/**
 * The message that `chatN/M` or `U1:U2/M` leads to; null when it is invalid, or in a private dialog of
 * others (`docs/bitrix24/bbcode.md` §3, CONTEXT).
 */
export function contextPlace(context: string, ownId: UserId | null): { readonly dialogId: DialogId; readonly messageId: MessageId } | null {
  const [place = '', message] = context.split('/')
  const [, one, two] = /^(\d+):(\d+)$/.exec(place) ?? []
  const other = one === undefined ? place : Number(one) === ownId ? two : Number(two) === ownId ? one : null
  const dialogId = other === 'chat0' ? null : parseDialogId(other)
  const messageId = parseMessageId(message)
  return dialogId && messageId ? { dialogId, messageId } : null
}
