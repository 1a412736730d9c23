import type { UserId } from '~/domain/ids'
import type { User } from '~/domain/people/user'
import type { RestClient } from '../client/client.ts'
import { decodeUser, decodeUsers } from '../decode/decode-user.ts'

const MAX_IDS = 50

/** Users by id, 50 a call, all calls in one batch; unknown ones are left out. `docs/bitrix24/rest.md` §6.6, `im.user.list.get`. @throws {PortalError} */
export async function loadUsers(client: RestClient, ids: readonly UserId[]): Promise<User[]> {
  const groups: UserId[][] = []
  for (let from = 0; from < ids.length; from += MAX_IDS) groups.push(ids.slice(from, from + MAX_IDS))
  const answers = await Promise.all(
    groups.map((group) => client.collect('im.user.list.get', { ID: group, RESULT_TYPE: 'array' }, { priority: 'prefetch' })),
  )
  return answers.flatMap((answer) => decodeUsers(answer, client.portal))
}

/** One user; null when the portal knows none. `docs/bitrix24/rest.md` §6.6, `im.user.get`. @throws {PortalError} */
export async function loadUser(client: RestClient, id: UserId): Promise<User | null> {
  return decodeUser(await client.collect('im.user.get', { ID: id }), client.portal)
}
