import { mentionsIn } from '~/bbcode/text/mentions'
import type { UserId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'

/** What the mentions of somebody have in common as they are stored: their number or everybody's, and then a name or nothing. */
export const mentionPhrases = (id: UserId): readonly string[] => [`[USER=${id}`, '[USER=all']

/** Whether a message is addressed to somebody; what the system says of them is not. */
export function isMentionOf(message: Message, id: UserId): boolean {
  if (message.kind !== 'message' || message.deleted) return false
  const mentioned = mentionsIn(message.text)
  return mentioned.has(id) || (mentioned.has('all') && message.authorId !== id)
}
