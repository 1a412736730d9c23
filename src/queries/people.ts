import { queryOptions, skipToken } from '@tanstack/react-query'
import type { People } from '~/domain/people/user'
import type { RestClient } from '~/rest/client/client'
import { loadOwnId } from '~/rest/methods/profile'

export const peopleKey = (client: RestClient) => [client.portal, 'people'] as const

/** People who were looked up because no page brought them. Filled by `look-up-people.ts`. */
export const peopleQuery = (client: RestClient) =>
  queryOptions<People>({ queryKey: peopleKey(client), queryFn: skipToken, initialData: {}, staleTime: 'static', gcTime: Infinity })

/** The reader: the webhook's owner or the user of the frame. */
export const ownIdQuery = (client: RestClient) =>
  queryOptions({ queryKey: [client.portal, 'own-id'], queryFn: () => loadOwnId(client), staleTime: 'static', gcTime: Infinity })
