import type { DialogId } from '~/domain/ids'
import type { User } from '~/domain/people/user'
import type { CallOptions, RestClient } from '../client/client.ts'
import { decodeUsers } from '../decode/decode-user.ts'
import { listOf } from '../decode/wire.ts'
import { callPage } from './history/call-page.ts'

const LIMIT = 200

export interface MembersPage {
  readonly members: readonly User[]
  /** Where the next page begins; null when there is none. */
  readonly next: number | null
}

/** A short page may have been filtered: where the portal does not say, only an empty one is the end. */
function nextOf(told: number | null | undefined, offset: number, received: number): number | null {
  if (told !== undefined) return told !== null && told > offset ? told : null
  return received === 0 ? null : offset + LIMIT
}

/** Members of a dialog; `docs/bitrix24/rest.md` §6.5, `im.dialog.users.list`. @throws {PortalError} */
export async function loadMembers(client: RestClient, dialogId: DialogId, offset: number, options: CallOptions = {}): Promise<MembersPage> {
  const { result, next } = await callPage(client, 'im.dialog.users.list', { DIALOG_ID: dialogId, LIMIT, OFFSET: offset }, options)
  return { members: decodeUsers(result, client.portal), next: nextOf(next, offset, listOf(result).length) }
}
