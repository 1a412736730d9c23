import { queryOptions, skipToken } from '@tanstack/react-query'
import type { DialogId, FileId } from '~/domain/ids'
import type { RestClient } from '~/rest/client'
import { loadFile } from '~/rest/file-link'

/** A file's bytes without the portal's cookie; kept while they are looked at. */
export const fileQuery = (client: RestClient, dialogId: DialogId, fileId: FileId) =>
  queryOptions({
    queryKey: [client.portal, 'file', dialogId, fileId],
    queryFn: ({ signal }) => loadFile(client, dialogId, fileId, signal),
    staleTime: 'static',
    gcTime: 60_000,
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
