import type { QueryClient } from '@tanstack/react-query'
import type { DialogId, MessageId } from '~/domain/ids'
import type { TextMessage } from '~/domain/message'
import type { User } from '~/domain/user'
import type { RestClient } from '~/rest/client/client'
import { windowsOf } from './history.ts'

/** A message of a dialog that some window holds, and who wrote it; null when none does. */
export function findMessage(
  queryClient: QueryClient,
  client: RestClient,
  dialogId: DialogId,
  id: MessageId,
): { readonly message: TextMessage; readonly author: User | undefined } | null {
  for (const page of windowsOf(queryClient, client, dialogId).flatMap(({ pages }) => pages)) {
    const message = page.messages.find((candidate) => candidate.id === id)
    if (message && message.kind !== 'unknown') return { message, author: page.users.find((user) => user.id === message.authorId) }
  }
  return null
}
