import type { MessageId } from '../ids.ts'
import type { History } from './history.ts'
import type { Message } from '../message/message.ts'

/** Chosen messages of a history. */
export interface Selection {
  readonly ids: ReadonlySet<MessageId>
  /** Where a range starts that is chosen from now on: the message that was chosen last. */
  readonly anchor: MessageId
  /** What was chosen besides that range. */
  readonly others: ReadonlySet<MessageId>
}

/** One message alone. */
export const selectOne = (id: MessageId): Selection => ({ ids: new Set([id]), anchor: id, others: new Set() })

/** With a message more, or without it if it was chosen already; null when none is left. */
export function toggleMessage(before: Selection | null, id: MessageId): Selection | null {
  const ids = new Set(before?.ids)
  if (!ids.delete(id)) ids.add(id)
  return ids.size === 0 ? null : { ids, anchor: id, others: ids }
}

/** With the messages from the anchor to another one, either way round, in place of the range before. @param from the anchor where nothing is chosen yet */
export function selectTo({ messages }: History, before: Selection | null, from: MessageId, to: MessageId): Selection {
  const anchor = before?.anchor ?? from
  const others = before?.others ?? new Set<MessageId>()
  const [first, last] = anchor < to ? [anchor, to] : [to, anchor]
  const range = messages.filter(({ id }) => id >= first && id <= last).map(({ id }) => id)
  return { ids: new Set([...others, ...range]), anchor, others }
}

/** The chosen messages that are loaded, oldest first. */
export const selectedOf = ({ messages }: History, { ids }: Selection): readonly Message[] => messages.filter(({ id }) => ids.has(id))
