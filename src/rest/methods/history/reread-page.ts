import type { Reread } from '~/domain/history/reread'
import type { HistoryRange } from '~/domain/history/reread-range'
import type { DialogId, MessageId } from '~/domain/ids'
import type { CallOptions, RestClient } from '../../client/client.ts'
import type { DecodedPage } from '../../decode/decode-message-page.ts'
import { askPage, isShort, pageCommand, type HistoryScope } from './history-requests.ts'
import { newestCommand } from './window-request.ts'

const before = (page: DecodedPage, below: number): DecodedPage => ({
  ...page,
  messages: page.messages.filter(({ id }) => id < below),
  lost: 0,
})

/**
 * Where the covered part of a page begins. A short page is the beginning (`docs/bitrix24/rest.md` §3); before known messages
 * are taken for deleted because of that, the portal is asked whether it has any.
 */
async function beginOf(scope: HistoryScope, page: DecodedPage, first: MessageId): Promise<number> {
  const lowest = page.messages[0]?.id ?? first
  if (lowest <= first || !isShort(page)) return lowest
  return (await askPage(scope, pageCommand(scope, { LAST_ID: lowest }))).received === 0 ? 0 : lowest
}

/**
 * Reads a part of a dialog again, usually in one request; null when the portal's answers tell nothing about it.
 * @throws {PortalError}
 */
export async function rereadPage(
  client: RestClient,
  dialogId: DialogId,
  { ends, first }: Pick<HistoryRange, 'ends' | 'first'>,
  options: CallOptions,
): Promise<Reread | null> {
  const scope: HistoryScope = { client, dialogId, options }
  for (const end of ends) {
    const answer = await askPage(scope, end === null ? newestCommand(dialogId) : pageCommand(scope, { LAST_ID: end }))
    const page = before(answer, end ?? Infinity)
    if (page.messages.length > 0) return { page, from: await beginOf(scope, page, first), below: end ?? Infinity }
  }
  // Nothing lies below any of them, or the portal knows none of them: only an empty dialog has nothing without a cursor.
  if (!ends.includes(null)) return null
  const page = before(await askPage(scope, pageCommand(scope, {})), Infinity)
  return page.received === 0 ? { page, from: 0, below: Infinity } : null
}
