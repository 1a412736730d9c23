import type { Selection } from '~/dialog/OpenDialog'
import type { History } from '~/domain/history'
import type { MessageId } from '~/domain/ids'
import type { Message } from '~/domain/message'

/** The selected messages of a history, oldest first. */
export function selectedOf(history: History, range: Selection): readonly Message[] {
  const [from, to] = range.anchor < range.head ? [range.anchor, range.head] : [range.head, range.anchor]
  return history.messages.filter(({ id }) => id >= from && id <= to)
}

/**
 * The message that follows a row, or precedes it; null where none is loaded.
 *
 * @param ids of the messages of the row, ascending
 */
export function neighbourOf({ messages }: History, ids: readonly MessageId[], step: number): MessageId | null {
  const edge = messages.findIndex(({ id }) => id === (step < 0 ? ids[0] : ids.at(-1)))
  return edge === -1 ? null : (messages[edge + step]?.id ?? null)
}
