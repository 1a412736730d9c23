import type { UserId } from '~/domain/ids'
import type { RestClient } from '../client/client.ts'

/** The id of the caller, for marking what is about the reader; `docs/bitrix24/rest.md` §6.7, `profile`. @throws {PortalError} */
export async function loadOwnId(client: RestClient): Promise<UserId | null> {
  const answer = await client.collect('profile', {}, { priority: 'background' })
  const id = typeof answer === 'object' && answer !== null && 'ID' in answer ? Number(answer.ID) : 0
  return id > 0 ? (id as UserId) : null
}
