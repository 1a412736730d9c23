import { queryOptions } from '@tanstack/react-query'
import type { RestClient } from '~/rest/client/client'
import { loadCrmChat } from '~/rest/methods/crm-chat'

export const crmChatQuery = (client: RestClient, entityId: string) =>
  queryOptions({ queryKey: [client.portal, 'crm-chat', entityId], queryFn: () => loadCrmChat(client, entityId), staleTime: 'static' })
