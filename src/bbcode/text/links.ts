import { isLeaf, type MessageNode } from '../parse/pair.ts'
import { parseMessage } from '../parse/tree.ts'
import { imgOf } from './pictures.ts'
import { writtenText } from './written-text.ts'

/** Most messages have none, and need no tree to tell. */
const MAY_LINK = /:\/\/|\[url/i

function addressesIn(nodes: readonly MessageNode[]): string[] {
  return nodes.flatMap((node) => {
    if (isLeaf(node)) return []
    const inside = addressesIn(node.children)
    if (node.name === 'url') return [node.value || writtenText([node]), ...inside]
    return node.name === 'img' ? [imgOf(node.value, node.text).address, ...inside] : inside
  })
}

/** Addresses of the web that a message leads to where it is shown, each once and in their order. */
export function linksOf(text: string): string[] {
  if (!MAY_LINK.test(text)) return []
  const found = new Set<string>()
  for (const address of addressesIn(parseMessage(text, { whole: true }).nodes)) {
    try {
      const { href, protocol } = new URL(address)
      if (protocol === 'https:' || protocol === 'http:') found.add(href)
    } catch {
      // Relative ones lead into the portal, and others nowhere.
    }
  }
  return [...found]
}
