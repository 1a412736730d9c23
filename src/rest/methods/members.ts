import type { DialogId } from '~/domain/ids'
import type { User } from '~/domain/people/user'
import type { CallOptions, RestClient } from '../client/client.ts'
import { decodeUsers } from '../decode/decode-user.ts'
import { listOf } from '../decode/wire.ts'

const LIMIT = 200

export interface MembersPage {
  readonly members: readonly User[]
  /** Where the next page begins; null when there is none. */
  readonly next: number | null
}

/** Members of a dialog; `docs/bitrix24/rest.md` §6.5, `im.dialog.users.list`. @throws {PortalError} */
export async function loadMembers(client: RestClient, dialogId: DialogId, offset: number, options: CallOptions = {}): Promise<MembersPage> {
  const answer = await client.call('im.dialog.users.list', { DIALOG_ID: dialogId, LIMIT, OFFSET: offset }, options)
  const received = listOf(answer).length
  return { members: decodeUsers(answer, client.portal), next: received < LIMIT ? null : offset + received }
}
