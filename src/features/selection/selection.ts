import type { Selection } from '~/dialog/OpenDialog'
import type { History } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'

/** The selected messages of a history, oldest first. */
export function selectedOf(history: History, range: Selection): readonly Message[] {
  const [from, to] = range.anchor < range.head ? [range.anchor, range.head] : [range.head, range.anchor]
  return history.messages.filter(({ id }) => id >= from && id <= to)
}

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
