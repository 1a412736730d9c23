import { parseDialogId, type DialogId, type UserId } from '~/domain/ids'
import type { User } from '~/domain/people/user'
import type { Translate } from '~/ui/i18n'
import { visibleText } from '~/lib/text/visible-text'

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

/** The text of a code block: one line break at either end is not part of it. */
export const codeOf = (body: string): string => visibleText(body).replace(/^\n/, '').replace(/\n$/, '')

const chatIdOf = (value: string): string => value.replace(/^imol\|/i, '')

/** The dialog that a `[CHAT=…]` leads to: a chat, or a conversation of an open channel. */
export const chatDialog = (value: string): DialogId | null => parseDialogId(/^imol/i.test(value) ? value : `chat${value}`)

/** Whether it names a chat at all: id 0 is none. */
export const namesChat = (value: string): boolean => Number(chatIdOf(value)) !== 0

/** The words of a chat's mention. */
export const chatLabel = (value: string, title: string, t: Translate): string =>
  title || (namesChat(value) ? t('chat.unknown', { id: chatIdOf(value) }) : '')

/** The words of `[SEND]` and `[PUT]`: what is written, or the command itself; empty when there is neither. */
export const commandLabel = (value: string, written: string): string => (written.trim() === '' ? visibleText(value).trim() : written)
