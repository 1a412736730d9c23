import { messageAt } from '~/dialog/message-at'
import { seenMessages } from '~/dialog/state/seen-messages'
import type { TimelineView } from '~/dialog/state/timeline-view'
import type { From, Side } from '~/domain/history/beyond'
import type { MessageId } from '~/domain/ids'

/**
 * Where a step begins: at the message with the focus, else at the one that was stepped to last, as long as it is on the screen; else with what
 * is on the screen itself. Null while nothing is.
 */
export function stepsFrom(timeline: TimelineView | null, arrived: MessageId | null, side: Side): From | null {
  const seen = seenMessages(timeline)
  const present = presentMessage(timeline, arrived, seen)
  if (present !== null) return { id: present, including: false, side }
  const ids = [...seen] as MessageId[]
  const id = side === 'older' ? ids.at(-1) : (timeline?.anchor()?.id ?? ids[0])
  return id === undefined ? null : { id, including: true, side }
}

/** The message that the reader is at, where there is one. */
export function presentMessage(timeline: TimelineView | null, arrived: MessageId | null, seen = seenMessages(timeline)): MessageId | null {
  const focused = timeline?.element.contains(document.activeElement) ? messageAt(document.activeElement) : null
  return [focused?.id, arrived].find((id) => id != null && seen.has(id)) ?? null
}
