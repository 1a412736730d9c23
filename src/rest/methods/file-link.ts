import type { DialogId, FileId } from '~/domain/ids'
import { isPortalError, PortalError } from '~/domain/portal/portal-error'
import type { RestClient } from '../client/client.ts'
import { httpUrl, phpMap } from '../decode/wire.ts'

/** Portals found to lack `im.v2.File.download`, so that it is not tried again. */
const withoutDownloadMethod = new WeakSet<RestClient>()

async function linkOf(client: RestClient, method: string, params: Readonly<Record<string, unknown>>, key: string): Promise<string> {
  const wire = phpMap(await client.collect(method, params, { priority: 'prefetch' }))
  const url = httpUrl(wire[key], client.portal)
  if (!url) throw new PortalError('contract', 'The answer of the portal has no link to the file.', { detail: key })
  return url
}

/**
 * A one-time address of a file that needs no cookie: `im.v2.File.download`, or `disk.file.get` of older portals;
 * `docs/bitrix24/rest.md` §5.5. All requested in one tick share one request.
 * @throws {PortalError}
 */
export async function loadFileLink(client: RestClient, dialogId: DialogId, fileId: FileId): Promise<string> {
  if (!withoutDownloadMethod.has(client)) {
    try {
      return await linkOf(client, 'im.v2.File.download', { dialogId, fileId }, 'downloadUrl')
    } catch (error) {
      if (!isPortalError(error) || error.code !== 'unsupported') throw error
      withoutDownloadMethod.add(client)
    }
  }
  try {
    return await linkOf(client, 'disk.file.get', { id: fileId }, 'DOWNLOAD_URL')
  } catch (error) {
    if (!isPortalError(error) || error.detail !== 'insufficient_scope') throw error
    throw new PortalError('access', 'Files of this portal need the right “disk”.', { detail: 'NO_DISK', cause: error })
  }
}

/** Links requested at a time; they expire, so not those of all files at once. */
const LINKS_AT_ONCE = 25

export interface WantedFile {
  readonly dialogId: DialogId
  readonly fileId: FileId
  /** Null or absent when unknown. */
  readonly sizeBytes?: number | null
}

/** A file's bytes, or why they cannot be read. */
export type Download<T> = { readonly wanted: T } & ({ readonly blob: Blob } | { readonly error: unknown })

async function loadByNewLink(client: RestClient, { dialogId, fileId, sizeBytes = null }: WantedFile, signal: AbortSignal): Promise<Blob> {
  const link = await loadFileLink(client, dialogId, fileId)
  signal.throwIfAborted()
  return client.download(link, { signal, sizeBytes })
}

/**
 * The bytes of many files one after the other, so that only one is held at a time. A link that fails, as expired ones
 * do, is requested once more. Throws only when aborted.
 */
export async function* downloadFiles<T extends WantedFile>(
  client: RestClient,
  files: readonly T[],
  signal: AbortSignal,
): AsyncGenerator<Download<T>, void, void> {
  for (let from = 0; from < files.length; from += LINKS_AT_ONCE) {
    const group = files.slice(from, from + LINKS_AT_ONCE)
    const links = await Promise.all(
      group.map(({ dialogId, fileId }) =>
        loadFileLink(client, dialogId, fileId).then(
          (link) => ({ link }),
          (error: unknown) => ({ error }),
        ),
      ),
    )
    for (const [at, wanted] of group.entries()) {
      signal.throwIfAborted()
      const answer = links[at]
      if (!answer) continue
      if ('error' in answer) {
        yield { wanted, error: answer.error }
        continue
      }
      const download = await client
        .download(answer.link, { signal, sizeBytes: wanted.sizeBytes ?? null })
        .catch(() => {
          signal.throwIfAborted()
          return loadByNewLink(client, wanted, signal)
        })
        .then(
          (blob) => ({ blob }),
          (error: unknown) => ({ error }),
        )
      signal.throwIfAborted()
      yield { wanted, ...download }
    }
  }
}

/**
 * The bytes of a file by its one-time link, after whatever the reader waits for: a row that has scrolled out of
 * sight aborts its request. A link that the portal refuses may have expired while others were loaded, so it is
 * requested once more. @throws {PortalError}
 */
export async function loadFile(client: RestClient, wanted: WantedFile, signal: AbortSignal): Promise<Blob> {
  try {
    return await loadByNewLink(client, wanted, signal)
  } catch (error) {
    signal.throwIfAborted()
    if (!isPortalError(error) || error.code !== 'rejected') throw error
    return loadByNewLink(client, wanted, signal)
  }
}
