import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import type { DialogId, FileId } from '~/domain/ids'
import type { RestClient } from '~/rest/client'
import { loadFile } from '~/rest/file-link'

/** So many bytes of files that nothing shows any more are kept for coming back to. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024

/** Lets go of the files that were loaded first, of those that nothing shows. */
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

/** A file's bytes without the portal's cookie; fetched once, and kept as long as there is room. */
export const fileQuery = (client: RestClient, dialogId: DialogId, fileId: FileId) =>
  queryOptions({
    queryKey: [client.portal, 'file', dialogId, fileId],
    queryFn: ({ signal, client: queryClient }) => {
      letGo(queryClient)
      return loadFile(client, dialogId, fileId, signal)
    },
    staleTime: 'static',
    gcTime: 10 * 60_000,
  })

/** Whether the portal's own addresses of pictures have failed in this session while links worked. */
export const cookielessQuery = (client: RestClient) =>
  queryOptions<boolean>({
    queryKey: [client.portal, 'cookieless'],
    queryFn: skipToken,
    initialData: false,
    staleTime: 'static',
    gcTime: Infinity,
  })
