import type { Selection } from '~/dialog/OpenDialog'
import type { History } from '~/domain/history'
import type { Message } from '~/domain/message'

/** The selected messages of a history, oldest first. */
export function selectedOf(history: History, range: Selection): readonly Message[] {
  const [from, to] = range.anchor < range.head ? [range.anchor, range.head] : [range.head, range.anchor]
  return history.messages.filter(({ id }) => id >= from && id <= to)
}
