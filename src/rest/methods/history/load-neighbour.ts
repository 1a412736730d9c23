import type { NeighbourCursor } from '~/domain/history/cursor'
import type { MessagePage } from '~/domain/history/history'
import type { DialogId } from '~/domain/ids'
import type { CallOptions, RestClient } from '../../client/client.ts'
import { loadPart } from '../../client/load-part.ts'
import type { HistoryScope } from './history-requests.ts'
import { pageBeyond } from './page-beyond.ts'

/**
 * The page next to a known message, at most 50 messages. An edge is null only where the history is known to end.
 * @throws {PortalError} code `contract`, when there are messages to which no known one leads
 */
export async function loadNeighbour(
  client: RestClient,
  dialogId: DialogId,
  cursor: NeighbourCursor,
  options: CallOptions = {},
): Promise<MessagePage> {
  const scope: HistoryScope = { client, dialogId, options }
  return (
    (await pageBeyond(scope, cursor)) ?? (await loadPart(() => import('./neighbour-from-the-end.ts'))).neighbourFromTheEnd(scope, cursor)
  )
}
