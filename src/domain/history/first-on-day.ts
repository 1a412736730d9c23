import { dayAt, type Clock } from '~/lib/time/clock'
import type { Message } from '../message/message.ts'
import type { MessageId } from '../ids.ts'

/** The day of a message on a clock, `YYYY-MM-DD`; null without a date. */
export const dayOf = ({ sentAt, utcOffset }: Message, clock: Clock): string | null =>
  sentAt === null ? null : dayAt(sentAt, clock.offsetAt(sentAt, utcOffset))

/** Where a day begins among some messages. */
export interface FoundStart {
  readonly id: MessageId
  /** Whether the message before it is there and of an earlier day. */
  readonly isCertain: boolean
}

/**
 * The first message of a day or of the next one that has any, going from the one that the portal says it is: the portal may have
 * been asked by another offset than it writes. Null where all are of earlier days.
 * @param messages ascending, without a gap
 */
export function firstOnDay(messages: readonly Message[], near: MessageId, day: string, clock: Clock): FoundStart | null {
  const isEarlier = (message: Message) => (dayOf(message, clock) ?? '') < day
  let at = messages.findIndex(({ id }) => id >= near)
  if (at < 0) at = messages.length
  while (at < messages.length && isEarlier(messages[at] as Message)) at++
  while (at > 0 && !isEarlier(messages[at - 1] as Message)) at--
  const found = messages[at]
  return found ? { id: found.id, isCertain: at > 0 } : null
}
