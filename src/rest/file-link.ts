import type { DialogId, FileId } from '~/domain/ids'
import { PortalError } from '~/domain/portal-error'
import type { RestClient } from './client.ts'
import { httpUrl, phpMap } from './wire.ts'

/** A one-time address of a file that needs no cookie; `rest.md` §5.5, `im.v2.File.download`. @throws {PortalError} */
async function loadFileLink(client: RestClient, dialogId: DialogId, fileId: FileId): Promise<string> {
  const wire = phpMap(await client.collect('im.v2.File.download', { dialogId, fileId }, { priority: 'prefetch' }))
  const url = httpUrl(wire['downloadUrl'], client.portal)
  if (!url) throw new PortalError('contract', 'The answer of the portal has no link to the file.', { detail: 'DOWNLOAD_URL' })
  return url
}

/** The bytes of a file by its one-time link. @throws {PortalError} */
export const loadFile = async (client: RestClient, dialogId: DialogId, fileId: FileId): Promise<Blob> =>
  client.download(await loadFileLink(client, dialogId, fileId))
