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

/**
 * The bytes of a file by its one-time link, after whatever the reader waits for: a row that has gone out of
 * sight takes its wish back. @throws {PortalError}
 */
export async function loadFile(client: RestClient, dialogId: DialogId, fileId: FileId, signal: AbortSignal): Promise<Blob> {
  const link = await loadFileLink(client, dialogId, fileId)
  signal.throwIfAborted()
  return client.download(link, { signal })
}
