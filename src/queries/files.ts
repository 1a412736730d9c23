import { queryOptions } from '@tanstack/react-query'
import type { DialogId, FileId } from '~/domain/ids'
import type { RestClient } from '~/rest/client'
import { loadFile } from '~/rest/file-link'

/** A file's bytes without the portal's cookie, as an address of this page; kept while it is looked at. */
export const fileQuery = (client: RestClient, dialogId: DialogId, fileId: FileId) =>
  queryOptions({
    queryKey: [client.portal, 'file', dialogId, fileId],
    queryFn: () => loadFile(client, dialogId, fileId),
    staleTime: 'static',
    gcTime: 60_000,
  })
