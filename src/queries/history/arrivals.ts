import { pageEdges } from '~/domain/history/cursor'
import type { MessagePage } from '~/domain/history/history'
import type { Reread } from '~/domain/history/reread'
import type { DialogId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'
import type { CallOptions, RestClient } from '~/rest/client/client'
import { loadNeighbour } from '~/rest/methods/history/load-neighbour'
import { loadWindow } from '~/rest/methods/history/load-window'

export interface Arrivals {
  readonly reread: Reread
  /** Messages that were not known before. */
  readonly fresh: number
}

/** A page as what it tells of the ids above one. */
function above(page: MessagePage, than: number): Reread {
  return { page, from: than + 1, below: page.newer === null ? Infinity : (page.messages.at(-1)?.id ?? than) + 1 }
}

/**
 * Polls for messages newer than those known; from the last but one, so that it shows whether the last one was edited or
 * deleted. @throws {PortalError}
 */
export async function loadArrivals(
  client: RestClient,
  dialogId: DialogId,
  known: readonly Message[],
  options: CallOptions,
): Promise<Arrivals> {
  const newest = known.at(-1)?.id ?? 0
  const cursor = pageEdges(known.length > 1 ? known.slice(0, -1) : known).newer
  const reread =
    cursor === null
      ? above(await loadWindow(client, dialogId, { at: 'newest', visit: 0 }, options), -1)
      : above(await loadNeighbour(client, dialogId, cursor, options), cursor.than)
  return { reread, fresh: reread.page.messages.filter(({ id }) => id > newest).length }
}
