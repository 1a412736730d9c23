import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import type { UserId } from '~/domain/ids'
import { isPortalError } from '~/domain/portal-error'
import type { User } from '~/domain/user'
import type { RestClient } from '~/rest/client'
import { loadOwnId, loadUsers } from '~/rest/users'

/** By id; null for somebody whom the portal does not know either. */
export type People = Readonly<Record<number, User | null>>

const peopleKey = (client: RestClient) => [client.portal, 'people'] as const

/** People who were looked up because no page brought them. Filled by `lookUpPeople`. */
export const peopleQuery = (client: RestClient) =>
  queryOptions<People>({ queryKey: peopleKey(client), queryFn: skipToken, initialData: {}, staleTime: 'static', gcTime: Infinity })

const asked = new WeakMap<QueryClient, Set<string>>()

/** Looks up those of `ids` that have not been asked for yet, in one batched call. A failure leaves neutral names. */
export async function lookUpPeople(queryClient: QueryClient, client: RestClient, ids: readonly UserId[]): Promise<void> {
  const known = asked.get(queryClient) ?? new Set<string>()
  asked.set(queryClient, known)
  const fresh = ids.filter((id) => !known.has(`${client.portal} ${id}`))
  if (fresh.length === 0) return
  for (const id of fresh) known.add(`${client.portal} ${id}`)
  try {
    const users = await loadUsers(client, fresh)
    const found: Record<number, User | null> = Object.fromEntries(fresh.map((id) => [id, null]))
    for (const user of users) found[user.id] = user
    queryClient.setQueryData<People>(peopleKey(client), (people) => ({ ...people, ...found }))
  } catch (error) {
    if (!isPortalError(error)) throw error
    // Asked again with the next page, where that can help: names are worth a later try, not an error on the screen.
    if (error.code !== 'unsupported') for (const id of fresh) known.delete(`${client.portal} ${id}`)
  }
}

/** Who reads: the webhook's owner or the user of the frame. */
export const ownIdQuery = (client: RestClient) =>
  queryOptions({ queryKey: [client.portal, 'own-id'], queryFn: () => loadOwnId(client), staleTime: 'static', gcTime: Infinity })
