import type { QueryClient } from '@tanstack/react-query'
import type { History } from '~/domain/history/history'
import type { UserId } from '~/domain/ids'
import { missingPeople } from '~/domain/people/missing-people'
import { isPortalError } from '~/domain/portal/portal-error'
import type { People, User } from '~/domain/people/user'
import type { RestClient } from '~/rest/client/client'
import { loadUsers } from '~/rest/methods/users'
import { peopleKey } from './people.ts'
import { onReturn } from '~/lib/on-return'

/** Ids being looked up, or unknown to the portal. Kept in the cache, so that they are forgotten along with the people. */
const requestedKey = (client: RestClient) => [client.portal, 'people-requested']

/**
 * `lookUpPeople` now, and again whenever the reader or the network comes back, for those who could not be asked for.
 * @returns ends that
 */
export function keepLookingUpPeople(queryClient: QueryClient, client: RestClient, history: History): () => void {
  const look = () => void lookUpPeople(queryClient, client, missingPeople(history))
  look()
  return onReturn(look)
}

/** Looks up those of some people who were not looked up yet, in one batched call. A failure leaves neutral names. */
export async function lookUpPeople(queryClient: QueryClient, client: RestClient, ids: readonly UserId[]): Promise<void> {
  const requested = () => queryClient.getQueryData<readonly UserId[]>(requestedKey(client)) ?? []
  const setRequested = (ids: readonly UserId[]) => queryClient.setQueryData<readonly UserId[]>(requestedKey(client), ids)
  const known = new Set(requested())
  const people = queryClient.getQueryData<People>(peopleKey(client)) ?? {}
  const fresh = ids.filter((id) => !known.has(id) && people[id] === undefined)
  if (fresh.length === 0) return
  setRequested([...known, ...fresh])
  const done = () => setRequested(requested().filter((id) => !fresh.includes(id)))
  try {
    const users = await loadUsers(client, fresh)
    const found: Record<number, User | null> = Object.fromEntries(fresh.map((id) => [id, null]))
    for (const user of users) found[user.id] = user
    queryClient.setQueryData<People>(peopleKey(client), (before) => ({ ...before, ...found }))
    done()
  } catch (error) {
    if (!isPortalError(error)) throw error
    // Retried with the next page or when the reader comes back: missing names are not worth an error on the screen.
    if (error.code !== 'unsupported') done()
  }
}
