import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { ChatCard } from '~/domain/chat'
import type { ChatId, DialogId, MessageId } from '~/domain/ids'
import type { RestClient } from '~/rest/client/client'
import { loadMessageTime, type MessageTime } from '~/rest/methods/history/message-time'
import { chatCardKey } from '../chats.ts'
import { findMessage } from './find-message.ts'

/** The chat that a dialog's id names; a private one does not. */
export const chatNamedBy = (dialogId: DialogId): ChatId | null => (Number(/^chat(\d+)$/.exec(dialogId)?.[1]) || null) as ChatId | null

/** When a message was sent, wherever it is; null where that cannot be learned. What is loaded is not asked for. */
export const messageTimeQuery = (queryClient: QueryClient, client: RestClient, dialogId: DialogId, id: MessageId) =>
  queryOptions<MessageTime | null>({
    queryKey: [client.portal, 'message-time', dialogId, id],
    queryFn: () => {
      const chatId = chatNamedBy(dialogId) ?? queryClient.getQueryData<ChatCard>(chatCardKey(client, dialogId))?.chatId ?? null
      return chatId === null ? null : loadMessageTime(client, chatId, id)
    },
    initialData: () => {
      const message = findMessage(queryClient, client, dialogId, id)?.message
      return message && message.sentAt !== null ? { sentAt: message.sentAt, utcOffset: message.utcOffset } : undefined
    },
    staleTime: 'static',
    retry: false,
    refetchOnReconnect: ({ state }) => state.status === 'error',
  })
