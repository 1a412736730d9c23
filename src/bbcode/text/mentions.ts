import type { UserId } from '~/domain/ids'
import { isLeaf, type MessageNode } from '../parse/message-tree.ts'
import { parseMessage } from '../parse/tree.ts'
import { mentionOf } from './labels.ts'

/** Most messages have none, which can be seen without a tree. */
const MAY_MENTION = /\[user=/i

function* namedIn(nodes: readonly MessageNode[]): Generator<UserId | 'all'> {
  for (const node of nodes) {
    // Whoever is quoted with a mention has been spoken to before.
    if (isLeaf(node) || node.name === 'quote') continue
    if (node.name === 'user') yield mentionOf(node.value).id
    yield* namedIn(node.children)
  }
}

/** Who is mentioned in a message, outside of what it quotes. */
export function mentionsIn(text: string): ReadonlySet<UserId | 'all'> {
  return new Set(MAY_MENTION.test(text) ? namedIn(parseMessage(text, { whole: true }).nodes) : [])
}
