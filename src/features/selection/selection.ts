import type { History } from '~/domain/history'
import type { MessageId } from '~/domain/ids'
import type { Message } from '~/domain/message'
import { Cell } from '~/lib/Cell'

/** Messages from one to another, wherever they stand to each other. */
export interface Selection {
  readonly anchor: MessageId
  readonly head: MessageId
}

export const selection = new Cell<Selection | null>(null)

/** The selected messages of a history, oldest first. */
export function selectedOf(history: History, range: Selection): readonly Message[] {
  const [from, to] = range.anchor < range.head ? [range.anchor, range.head] : [range.head, range.anchor]
  return history.messages.filter(({ id }) => id >= from && id <= to)
}
