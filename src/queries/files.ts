import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import type { DialogId, FileId } from '~/domain/ids'
import type { RestClient } from '~/rest/client/client'
import { downloadFiles, loadFile, type Download, type WantedFile } from '~/rest/methods/file-link'

/** How many bytes are kept of files that nothing shows any more, in case the reader returns to them. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024

/** Drops the files that were loaded first among those that nothing shows. */
function letGo(queryClient: QueryClient): void {
  const unused = queryClient
    .getQueryCache()
    .findAll({ type: 'inactive', predicate: ({ state, queryKey }) => queryKey[1] === 'file' && state.data instanceof Blob })
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  let bytes = 0
  for (const query of unused) {
    bytes += (query.state.data as Blob).size
    if (bytes > MAX_KEPT_BYTES) queryClient.getQueryCache().remove(query)
  }
}

/** A file's bytes, read without the portal's cookie; fetched once and kept as long as there is room. @param sizeBytes when known */
export const fileQuery = (client: RestClient, dialogId: DialogId, fileId: FileId, sizeBytes: number | null = null) =>
  queryOptions({
    queryKey: [client.portal, 'file', dialogId, fileId],
    queryFn: ({ signal, client: queryClient }) => {
      letGo(queryClient)
      return loadFile(client, { dialogId, fileId, sizeBytes }, signal)
    },
    staleTime: 'static',
    gcTime: 10 * 60_000,
  })

/** The bytes of many files, one after the other; cached ones are not fetched again. See `downloadFiles`. */
export async function* downloadsOf<T extends WantedFile>(
  queryClient: QueryClient,
  client: RestClient,
  files: readonly T[],
  signal: AbortSignal,
): AsyncGenerator<Download<T>, void, void> {
  const keptOf = ({ dialogId, fileId }: T) => queryClient.getQueryData(fileQuery(client, dialogId, fileId).queryKey)
  const missing: T[] = []
  for (const wanted of files) {
    const blob = keptOf(wanted)
    if (blob) yield { wanted, blob }
    else missing.push(wanted)
  }
  yield* downloadFiles(client, missing, signal)
}

/** Whether the portal's own addresses of pictures have failed in this session while links worked. */
export const cookielessQuery = (client: RestClient) =>
  queryOptions<boolean>({
    queryKey: [client.portal, 'cookieless'],
    queryFn: skipToken,
    initialData: false,
    staleTime: 'static',
    gcTime: Infinity,
  })
