import { isLeaf, type MessageNode } from '../parse/message-tree.ts'

/**
 * Whether the text within nodes is longer than so many characters or lines. Looks no further than it takes to know.
 */
export function isLongerThan(nodes: readonly MessageNode[], characters: number, lines: number): boolean {
  let length = 0
  let breaks = 0
  const take = (node: MessageNode): boolean => {
    length += node.text.length
    if (node.name === 'br' || (!isLeaf(node) && node.name === 'quote')) breaks++
    for (let at = node.text.indexOf('\n'); at !== -1 && breaks < lines; at = node.text.indexOf('\n', at + 1)) breaks++
    return length > characters || breaks >= lines || (!isLeaf(node) && node.children.some(take))
  }
  return nodes.some(take)
}
