import { queryOptions } from '@tanstack/react-query'
import type { DialogId } from '~/domain/ids'
import type { LineEntity } from '~/domain/portal/placement'
import type { RestClient } from '~/rest/client/client'
import { loadPart } from '~/rest/client/load-part'

/** Few readers need it. */
const lineChats = () => loadPart(() => import('~/rest/methods/open-lines/line-chats'))

/** Chats of open channels of an entity of the CRM. */
export const lineChatsQuery = (client: RestClient, entity: LineEntity) =>
  queryOptions({
    queryKey: [client.portal, 'line-chats', entity.type, entity.id],
    queryFn: async ({ signal }) => (await lineChats()).loadLineChats(client, entity, { signal }),
    staleTime: 'static',
  })

/** The last conversation of a chat that is refused. */
export const lastConversationQuery = (client: RestClient, dialogId: DialogId) =>
  queryOptions({
    queryKey: [client.portal, 'last-conversation', dialogId],
    queryFn: async ({ signal }) => (await lineChats()).loadLastConversation(client, Number(dialogId.slice('chat'.length)), { signal }),
  })

/** The chat of a client in a channel. */
export const chatOfClientQuery = (client: RestClient, code: string) =>
  queryOptions({
    queryKey: [client.portal, 'chat-of-client', code],
    queryFn: async () => (await lineChats()).loadChatOfClient(client, code),
    staleTime: 'static',
  })
