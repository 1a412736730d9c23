import { useMarkup } from '~/bbcode/view/MarkupContext'
import type { UserId } from '~/domain/ids'
import type { User } from '~/domain/people/user'

/** A user by id, if the dialog or the portal has described them; the same people as in the texts of messages. */
export const useFindUser = (): ((id: UserId) => User | undefined) => useMarkup().findUser
