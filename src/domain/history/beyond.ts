import type { Message } from '../message/message.ts'
import type { MessageId } from '../ids.ts'

/** A direction in time. */
export type Side = 'older' | 'newer'

/** From where messages are looked at. */
export interface From {
  readonly id: MessageId
  /** Whether that one is looked at as well. */
  readonly including: boolean
  readonly side: Side
}

const isBeyond = ({ id, including, side }: From, candidate: MessageId): boolean =>
  (including && candidate === id) || (side === 'older' ? candidate < id : candidate > id)

/**
 * The wanted message that is nearest to a place, on one side of it; null where none of these is. They may be in any order, and the
 * place may be none of theirs.
 */
export function nearestBeyond(messages: readonly Message[], from: From, isWanted: (message: Message) => boolean): Message | null {
  let nearest: Message | null = null
  for (const message of messages) {
    if (!isBeyond(from, message.id)) continue
    if (nearest !== null && (from.side === 'older' ? message.id < nearest.id : message.id > nearest.id)) continue
    if (isWanted(message)) nearest = message
  }
  return nearest
}
