import type { DialogId, MessageId, UserId } from '~/domain/ids'
import { parseDialogId, parseMessageId } from '~/domain/ids'
import type { User } from '~/domain/people/user'
import type { Translate } from '~/ui/i18n'
import { visibleText } from '~/lib/visible-text'

/** What a `[USER=…]` names: a user, everybody, or nobody (id 0). `current` asks for the name as it is now. */
export function mentionOf(value: string): { readonly id: UserId | 'all'; readonly current: boolean } {
  const [id = '', replace] = value.split(' ')
  return { id: id.toLowerCase() === 'all' ? 'all' : (Number(id) as UserId), current: replace !== undefined }
}

/** The words of a mention; `docs/bitrix24/bbcode.md` §3. */
export function mentionLabel(value: string, written: string, findUser: (id: UserId) => User | undefined, t: Translate): string {
  const { id, current } = mentionOf(value)
  if (id === 'all') return written || t('mention.all')
  if (id === 0) return written
  const name = findUser(id)?.name
  return (current ? name : '') || written || name || t('user.unknown', { id: String(id) })
}

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

/** The text of a code block: one line break at either end is not part of it. */
export const codeOf = (body: string): string => visibleText(body).replace(/^\n/, '').replace(/\n$/, '')

const chatIdOf = (value: string): string => value.replace(/^imol\|/i, '')

/** The dialog that a `[CHAT=…]` leads to; null for a conversation of an open line, which is none. */
export const chatDialog = (value: string): DialogId | null => (/^imol/i.test(value) ? null : parseDialogId(`chat${value}`))

/** Whether it names a chat at all: id 0 is none. */
export const namesChat = (value: string): boolean => Number(chatIdOf(value)) !== 0

/** The words of a chat's mention. */
export const chatLabel = (value: string, title: string, t: Translate): string =>
  title || (namesChat(value) ? t('chat.unknown', { id: chatIdOf(value) }) : '')

/** The words of `[SEND]` and `[PUT]`: what is written, or the command itself; empty when there is neither. */
export const commandLabel = (value: string, written: string): string => (written.trim() === '' ? visibleText(value).trim() : written)
