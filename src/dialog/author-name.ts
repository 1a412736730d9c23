import type { TextMessage } from '~/domain/message/message'
import type { User } from '~/domain/people/user'
import type { Translate } from '~/ui/i18n'

/** The name shown with a message: the one it was sent under, its author's, or a neutral one. */
export const authorName = ({ shownAs, authorId }: TextMessage, author: User | undefined, t: Translate): string =>
  shownAs?.name || author?.name || t('user.unknown', { id: String(authorId) })
