import { parseDialogId, type DialogId } from '~/domain/ids'
import type { RestClient } from '../client/client.ts'
import { phpMap } from '../decode/wire.ts'

/** The chat of a CRM entity; null when it has none yet. `docs/bitrix24/placement.md` §1, `im.chat.get`. @throws {PortalError} */
export async function loadCrmChat(client: RestClient, entityId: string): Promise<DialogId | null> {
  const wire = phpMap(await client.call('im.chat.get', { ENTITY_TYPE: 'CRM', ENTITY_ID: entityId }))
  const id = Number(wire['ID'])
  return id > 0 ? parseDialogId(`chat${id}`) : null
}
