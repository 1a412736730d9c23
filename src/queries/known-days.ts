import type { QueryClient } from '@tanstack/react-query'
import { dayOf } from '~/domain/history/first-on-day'
import type { DialogId } from '~/domain/ids'
import type { Clock } from '~/lib/time/clock'
import type { RestClient } from '~/rest/client/client'
import { windowsOf } from './history/loaded-windows.ts'

/** What loaded messages tell of the days of a dialog. */
export interface KnownDays {
  /** Those that have messages, `YYYY-MM-DD`. */
  readonly written: ReadonlySet<string>
  /** The very first one; null while the beginning is not loaded. */
  readonly first: string | null
  /** The newest one known; null for none. */
  readonly last: string | null
}

/** The days of which something is loaded, on the reader's clock. */
export function knownDays(queryClient: QueryClient, client: RestClient, dialogId: DialogId, clock: Clock): KnownDays {
  const written = new Set<string>()
  let first: string | null = null
  for (const { pages } of windowsOf(queryClient, client, dialogId)) {
    const days = pages.flatMap(({ messages }) => messages.flatMap((message) => dayOf(message, clock) ?? []))
    for (const day of days) written.add(day)
    if (pages[0]?.older === null) first = days[0] ?? first
  }
  return { written, first, last: [...written].sort().at(-1) ?? null }
}
