import { isLeaf, type MessageNode } from '~/bbcode/parse/message-tree'
import { parseMessage } from '~/bbcode/parse/tree'
import { mentionOf } from '~/bbcode/text/labels'
import type { UserId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'

/** What mentions of somebody have in common as they are stored; a name or nothing follows. */
export const mentionPhrase = (id: UserId): string => `[USER=${id}`

/** What is quoted was said to somebody before. */
const names = (nodes: readonly MessageNode[], id: UserId): boolean =>
  nodes.some(
    (node) =>
      !isLeaf(node) && node.name !== 'quote' && ((node.name === 'user' && mentionOf(node.value).id === id) || names(node.children, id)),
  )

/** Whether somebody else mentions this person in a message: not in what it quotes, and not as code. */
export function isMentionOf(message: Message, id: UserId): boolean {
  if (message.kind !== 'message' || message.deleted || message.authorId === id) return false
  // Most messages have none, which can be seen without a tree.
  if (!message.text.toUpperCase().includes(mentionPhrase(id))) return false
  return names(parseMessage(message.text, { whole: true }).nodes, id)
}
