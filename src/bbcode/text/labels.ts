import type { DialogId, MessageId, UserId } from '~/domain/ids'
import { parseDialogId, parseMessageId } from '~/domain/ids'
import type { User } from '~/domain/user'
import { visibleText } from './visible-text.ts'

/** Gives the text of an id in the reader's language. */
export type Translate = (id: string, values?: Readonly<Record<string, string | number>>) => string

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
 * The message that `chatN/M` or `U1:U2/M` leads to; null when it leads nowhere, or into a private dialog of
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
