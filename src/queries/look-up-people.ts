import type { QueryClient } from '@tanstack/react-query'
import type { History } from '~/domain/history'
import { missingPeople } from '~/domain/missing-people'
import { isPortalError } from '~/domain/portal-error'
import type { User } from '~/domain/user'
import type { RestClient } from '~/rest/client/client'
import { getOrMake } from '~/lib/get-or-make'
import { loadUsers } from '~/rest/methods/users'
import { peopleKey, type People } from './people.ts'

const asked = new WeakMap<QueryClient, Set<string>>()

/**
 * Looks up the people whom a history speaks of and nobody has asked for yet, in one batched call. A failure leaves
 * neutral names.
 */
export async function lookUpPeople(queryClient: QueryClient, client: RestClient, history: History): Promise<void> {
  const known = getOrMake(asked, queryClient, () => new Set<string>())
  const fresh = missingPeople(history).filter((id) => !known.has(`${client.portal} ${id}`))
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
