import { queryOptions } from '@tanstack/react-query'
import type { DialogId } from '~/domain/ids'
import type { ChatFile } from '~/domain/message/chat-file'
import { isPortalError } from '~/domain/portal/portal-error'
import type { RestClient } from '~/rest/client/client'
import { loadMediaLength } from '~/rest/methods/media-length'

/** How long a sound or a film is, seconds; null where that cannot be told, which is no failure: its size is shown then. */
export const mediaLengthQuery = (client: RestClient, dialogId: DialogId, { id: fileId, sizeBytes }: ChatFile) =>
  queryOptions({
    queryKey: [client.portal, 'media-length', dialogId, fileId],
    queryFn: ({ signal }) =>
      loadMediaLength(client, { dialogId, fileId, sizeBytes }, signal).catch((error: unknown) => {
        signal.throwIfAborted()
        if (isPortalError(error)) return null
        throw error
      }),
    staleTime: 'static',
    gcTime: 60 * 60_000,
  })
