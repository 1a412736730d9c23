import { queryOptions } from '@tanstack/react-query'
import type { DialogId } from '~/domain/ids'
import type { RestClient } from '~/rest/client/client'
import { loadOutline, type KnownEnds } from '~/rest/methods/history/outline'

/** A few dates of a dialog, over its whole life. Asked for once, behind everything that the reader waits for. */
export const outlineQuery = (client: RestClient, dialogId: DialogId, ends: KnownEnds) =>
  queryOptions({
    queryKey: [client.portal, 'outline', dialogId],
    queryFn: ({ signal }) => loadOutline({ client, dialogId, options: { signal, priority: 'background', attempts: 2 } }, ends),
    staleTime: 'static',
    gcTime: Infinity,
  })
