import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { WindowStart } from '~/domain/history/cursor'
import type { History } from '~/domain/history/history'
import type { DialogId } from '~/domain/ids'
import type { PortalError } from '~/domain/portal/portal-error'
import { FIRST_INTERVAL_MS, loadArrivals, nextInterval } from '~/queries/arrivals'
import { addArrived, historyQuery } from '~/queries/history'
import { usePortal } from '~/queries/portal-context'

/** The polling for new messages. */
export interface Arrivals {
  /** Why the last poll failed, if it did. */
  readonly error: PortalError | null
  readonly retry: () => void
}

/**
 * Polls for new messages while the page is visible and the end of the dialog is loaded, less often the
 * longer nothing comes. They are added to the window.
 */
export function useArrivals(dialogId: DialogId, start: WindowStart, history: History): Arrivals {
  const client = usePortal()
  const queryClient = useQueryClient()
  const query = historyQuery(client, dialogId, start)
  const polledKey = [client.portal, 'arrivals', dialogId, start]
  const polled = useQuery<{ interval: number }>({
    queryKey: polledKey,
    enabled: history.newer === null,
    // The page that opened the window is fresh: the first poll comes after the first interval.
    initialData: { interval: FIRST_INTERVAL_MS },
    staleTime: Infinity,
    gcTime: 0,
    refetchInterval: (own) => own.state.data?.interval ?? FIRST_INTERVAL_MS,
    queryFn: async ({ signal }) => {
      const { page, fresh, changed, end } = await loadArrivals(client, dialogId, history.messages, signal)
      // A page that is being fetched would overwrite what is added now; the next poll brings it again.
      if (queryClient.isFetching({ queryKey: query.queryKey }) > 0) return { interval: FIRST_INTERVAL_MS }
      if (changed) addArrived(queryClient, query, page, end)
      const before = queryClient.getQueryData<{ interval: number }>(polledKey)?.interval ?? FIRST_INTERVAL_MS
      return { interval: nextInterval(before, fresh) }
    },
  })
  return { error: polled.error, retry: () => void polled.refetch() }
}
