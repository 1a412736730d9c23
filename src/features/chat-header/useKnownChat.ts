import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { DialogId } from '~/domain/ids'
import { chatCardQuery, listedChatQuery } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'

/** The card of a dialog, and until that has come or where it does not, the name and face that the list of chats knows. */
export function useKnownChat(dialogId: DialogId) {
  const client = usePortal()
  const card = useQuery(chatCardQuery(client, dialogId))
  const { data: listed } = useInfiniteQuery(listedChatQuery(client, dialogId))
  // The card of a person may be nothing but a refusal, without a name.
  const { title = '', color = null, avatarUrl = null } = card.data?.title ? card.data : (listed ?? card.data ?? {})
  return { card, title, color, avatarUrl }
}
