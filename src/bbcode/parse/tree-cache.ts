import type { MessageId } from '~/domain/ids'
import { parseMessage, type MessageTree } from './tree.ts'

/** A little more than what is held around the reader. */
const MAX_TREES = 600

interface Entry {
  readonly text: string
  readonly extended: boolean
  readonly tree: MessageTree
}

const trees = new Map<MessageId, Entry>()

/** The tree of a message, kept for as long as it was shown lately and its text is the same. */
export function treeOf(id: MessageId, text: string, extended: boolean): MessageTree {
  const known = trees.get(id)
  const entry = known?.text === text && known.extended === extended ? known : { text, extended, tree: parseMessage(text, { extended }) }
  // What was asked for last stands last.
  trees.delete(id)
  trees.set(id, entry)
  if (trees.size > MAX_TREES)
    for (const oldest of trees.keys()) {
      trees.delete(oldest)
      break
    }
  return entry.tree
}
