import { createContext, use } from 'react'
import type { DialogId, UserId } from '~/domain/ids'
import type { User } from '~/domain/user'

/** What the markup of a message needs to know of its surroundings; a tree is the same for all of them. */
export interface MessageTextEnvironment {
  readonly portal: string
  readonly dialogId: DialogId
  readonly ownId: UserId | null
  /** Lists, tables, headings and inline code are shown. */
  readonly extended: boolean
  /** Pictures of other servers show at once. */
  readonly pictures: boolean
  readonly findUser: (id: UserId) => User | undefined
}

export const MessageTextContext = createContext<MessageTextEnvironment | null>(null)

export function useMessageText(): MessageTextEnvironment {
  const environment = use(MessageTextContext)
  if (!environment) throw new Error('Message text is shown outside of a dialog')
  return environment
}
