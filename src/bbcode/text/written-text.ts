import { isLeaf, type MessageNode } from '../parse/message-tree.ts'
import { visibleText } from '~/lib/text/visible-text'

/** What was written between two tags, without markup and whatever it is shown as. */
export const writtenText = (nodes: readonly MessageNode[]): string =>
  nodes
    .map((node) => {
      if (isLeaf(node)) return visibleText(node.text)
      if (node.name === 'pch') return ''
      return node.name === 'br' ? '\n' : visibleText(node.text) + writtenText(node.children)
    })
    .join('')
