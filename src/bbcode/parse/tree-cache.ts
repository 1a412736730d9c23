import type { MessageId } from '~/domain/ids'
import { Lru } from '~/lib/Lru'
import { parseMessage, type MessageTree } from './tree.ts'

interface Entry {
  readonly text: string
  readonly extended: boolean
  readonly tree: MessageTree
}

/** At least as many as are loaded around the reader. */
const trees = new Lru<MessageId, Entry>(500)

/** The tree of a message, cached while its text stays the same and it was shown recently. */
export function treeOf(id: MessageId, text: string, extended: boolean): MessageTree {
  const known = trees.get(id)
  if (known?.text === text && known.extended === extended) return known.tree
  const tree = parseMessage(text, { extended })
  trees.set(id, { text, extended, tree })
  return tree
}
