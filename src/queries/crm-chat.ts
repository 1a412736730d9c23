import { queryOptions } from '@tanstack/react-query'
import type { RestClient } from '~/rest/client'
import { loadCrmChat } from '~/rest/crm-chat'

export const crmChatQuery = (client: RestClient, entityId: string) =>
  queryOptions({ queryKey: [client.portal, 'crm-chat', entityId], queryFn: () => loadCrmChat(client, entityId), staleTime: 'static' })
