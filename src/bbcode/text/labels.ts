import type { UserId } from '~/domain/ids'
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
