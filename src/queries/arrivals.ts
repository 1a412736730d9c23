import { pageEdges } from '~/domain/history/cursor'
import type { MessagePage } from '~/domain/history/history'
import type { DialogId, MessageId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'
import type { RestClient } from '~/rest/client/client'
import { loadNeighbour } from '~/rest/methods/load-neighbour'
import { loadWindow } from '~/rest/methods/load-window'

export const FIRST_INTERVAL_MS = 4_000
const MAX_INTERVAL_MS = 60_000

/** How long to wait before the next poll: longer while nothing comes, short again as soon as something does. */
export const nextInterval = (interval: number, arrived: number): number =>
  arrived > 0 ? FIRST_INTERVAL_MS : Math.min(MAX_INTERVAL_MS, Math.round(interval * 1.5))

const countAfter = (messages: readonly Message[], id: MessageId): number => messages.filter((message) => message.id > id).length

export interface Arrivals {
  readonly page: MessagePage
  /** Messages that were not known before. */
  readonly fresh: number
  /** Whether anything is new at all; a known message may have been edited. */
  readonly changed: boolean
  /** Whether the newest message of the dialog is among them. */
  readonly end: boolean
}

/**
 * Polls for messages newer than those known; from the last but one, so that the last one comes again
 * (it may have been edited), and so that its disappearance is not taken for silence. @throws {PortalError}
 */
export async function loadArrivals(
  client: RestClient,
  dialogId: DialogId,
  known: readonly Message[],
  signal: AbortSignal,
): Promise<Arrivals> {
  const newest: MessageId | undefined = known.at(-1)?.id
  const cursor = pageEdges(known.length > 1 ? known.slice(0, -1) : known).newer
  if (newest === undefined || cursor === null) {
    const page = await loadWindow(client, dialogId, { at: 'newest', visit: 0 }, { signal, priority: 'background' })
    return { page, fresh: page.messages.length, changed: page.messages.length > 0, end: page.newer === null }
  }
  const page = await loadNeighbour(client, dialogId, cursor, { signal, priority: 'background' })
  const fresh = countAfter(page.messages, newest)
  const last = page.messages.find((message) => message.id === newest)
  const changed = fresh > 0 || (last !== undefined && JSON.stringify(last.raw) !== JSON.stringify(known.at(-1)?.raw))
  return { page, fresh, changed, end: page.newer === null }
}
