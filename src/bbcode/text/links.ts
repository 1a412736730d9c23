import { isLeaf, type MessageNode } from '../parse/message-tree.ts'
import { parseMessage } from '../parse/tree.ts'
import { imgOf } from './pictures.ts'
import { writtenText } from './written-text.ts'

/** Most messages have none, which can be seen without a tree. */
const MAY_LINK = /:\/\/|\[url/i

function addressesIn(nodes: readonly MessageNode[]): string[] {
  return nodes.flatMap((node) => {
    if (isLeaf(node)) return []
    const inside = addressesIn(node.children)
    if (node.name === 'url') return [node.value || writtenText([node]), ...inside]
    return node.name === 'img' ? [imgOf(node.value, node.text).address, ...inside] : inside
  })
}

/** Web addresses that a message links to as shown, each once and in order. */
export function linksOf(text: string): string[] {
  if (!MAY_LINK.test(text)) return []
  const found = new Set<string>()
  for (const address of addressesIn(parseMessage(text, { whole: true }).nodes)) {
    try {
      const { href, protocol } = new URL(address)
      if (protocol === 'https:' || protocol === 'http:') found.add(href)
    } catch {
      // Relative ones point into the portal; others are not links.
    }
  }
  return [...found]
}
