import { useMarkup } from '~/bbcode/view/MarkupContext'
import type { UserId } from '~/domain/ids'
import type { User } from '~/domain/user'

/** Somebody by their id, as far as this dialog or the portal has told; the same people as in the texts of messages. */
export const useFindUser = (): ((id: UserId) => User | undefined) => useMarkup().findUser
