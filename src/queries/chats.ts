import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ChatSummary } from '~/domain/chat'
import { isPrivateDialog, type DialogId, type UserId } from '~/domain/ids'
import type { RestClient } from '~/rest/client/client'
import { loadChatCard, loadRecentChats, searchChats, type ChatListPage } from '~/rest/methods/chats'
import { loadUser } from '~/rest/methods/users'

/** Pages may overlap when activity moves a chat: its first position counts. */
const selectChats = (data: { pages: ChatListPage[] }): ChatSummary[] =>
  [
    ...new Map(
      data.pages
        .flatMap((page) => page.chats)
        .toReversed()
        .map((chat) => [chat.dialogId, chat]),
    ).values(),
  ].reverse()

export const recentChatsQuery = (client: RestClient) =>
  infiniteQueryOptions({
    queryKey: [client.portal, 'recent'],
    queryFn: ({ pageParam, signal }) => loadRecentChats(client, pageParam, { signal }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
    select: selectChats,
  })

export const chatSearchQuery = (client: RestClient, find: string) =>
  queryOptions({
    queryKey: [client.portal, 'chat-search', find],
    queryFn: ({ signal }) => searchChats(client, find, { signal }),
    enabled: [...find].length >= 2,
  })

/** The card of a dialog; for a private one, the other person's name is the title. */
export const chatCardQuery = (client: RestClient, dialogId: DialogId) =>
  queryOptions({
    queryKey: [client.portal, 'chat', dialogId],
    queryFn: async () => {
      if (!isPrivateDialog(dialogId)) return loadChatCard(client, dialogId)
      const [card, user] = await Promise.all([
        loadChatCard(client, dialogId),
        loadUser(client, Number(dialogId) as UserId).catch(() => null),
      ])
      return { ...card, title: user?.name || card.title, color: user?.color ?? card.color, avatarUrl: user?.avatarUrl ?? card.avatarUrl }
    },
  })
