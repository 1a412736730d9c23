import type { History } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'

/**
 * The message after a row, or before it; null when none is loaded.
 *
 * @param ids of the messages in the row, ascending
 * @param step 1 for the message after it, -1 for the one before
 */
export function neighbourOf({ messages }: History, ids: readonly MessageId[], step: number): MessageId | null {
  const edge = messages.findIndex(({ id }) => id === (step < 0 ? ids[0] : ids.at(-1)))
  return edge === -1 ? null : (messages[edge + step]?.id ?? null)
}
