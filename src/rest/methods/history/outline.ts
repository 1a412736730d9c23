import { outlineProbes, type Outline } from '~/domain/history/activity'
import { PROBES, type Probed } from '~/domain/history/day-probing'
import type { MessageId } from '~/domain/ids'
import { askPage, type HistoryScope } from './history-requests.ts'
import { askNearest } from './nearest-messages.ts'
import { newestCommand, oldestCommand } from './window-request.ts'

/** What is known of a dialog's ends. */
export interface KnownEnds {
  readonly first: Probed | null
  /** Its date is learned on the way. */
  readonly lastId: MessageId | null
}

/** The message at an end of a dialog; null for none, and for one without a date. */
async function endOf(scope: HistoryScope, command: typeof oldestCommand): Promise<Probed | null> {
  const { method, params } = command(scope.dialogId)
  const [message] = (await askPage(scope, { method, params: { ...params, LIMIT: 1 } })).messages
  return message && message.sentAt !== null ? { id: message.id, sentAt: message.sentAt } : null
}

/**
 * A few dates of a dialog, evenly spread over its ids, in one request, and one more for an end that is not known. A portal that knows
 * no ids but those of its messages tells nothing between the ends.
 * @throws {PortalError}
 */
export async function loadOutline(scope: HistoryScope, ends: KnownEnds): Promise<Outline> {
  const first = ends.first ?? (await endOf(scope, oldestCommand))
  const lastId = ends.lastId ?? (await endOf(scope, newestCommand))?.id
  if (!first || lastId === undefined) return { first, probes: [] }
  const ids = outlineProbes(first.id, lastId, PROBES)
  const found = await askNearest(scope, ids)
  return { first, probes: ids.map((below, at) => ({ below, found: found[at] ?? null })) }
}
