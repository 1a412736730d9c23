import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { firstOnDay } from '~/domain/history/first-on-day'
import type { DialogId, MessageId } from '~/domain/ids'
import type { Clock } from '~/lib/time/clock'
import type { RestClient } from '~/rest/client/client'
import { loadDay } from '~/rest/methods/history/load-day'
import type { HistoryData } from './history.ts'
import { keepWindow } from './keep-window.ts'
import { windowsOf } from './loaded-windows.ts'

/** The first message since a day began, where some window holds it and the one before it, or the beginning. */
function inWindows(windows: readonly HistoryData[], day: string, clock: Clock): MessageId | null {
  for (const { pages } of windows) {
    const messages = pages.flatMap((page) => page.messages)
    const [first] = messages
    const found = first && firstOnDay(messages, first.id, day, clock)
    if (found && (found.isCertain || pages[0]?.older === null)) return found.id
  }
  return null
}

/**
 * The message at which a day of a dialog begins; where it has none, the first one after it, else the newest. The messages around
 * it are loaded then. Null for a dialog without messages. @param day `YYYY-MM-DD` @throws {PortalError}
 */
export const dayQuery = (queryClient: QueryClient, client: RestClient, dialogId: DialogId, day: string, clock: Clock) =>
  queryOptions<MessageId | null>({
    queryKey: [client.portal, 'day', dialogId, clock.name, day],
    queryFn: async ({ signal }) => {
      const known = inWindows(windowsOf(queryClient, client, dialogId), day, clock)
      if (known !== null) return known
      const found = await loadDay(client, dialogId, day, clock, { signal })
      if (found) keepWindow({ queryClient, client, dialogId }, found.id, [found.page])
      return found?.id ?? null
    },
    // Whoever asks again may have let go of the messages meanwhile.
    staleTime: 0,
    gcTime: 0,
  })
