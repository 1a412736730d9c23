import { splitBlocks, type QuoteSource } from './blocks.ts'
import { pair, type TextNode } from './pair.ts'
import { tokenize } from './tokenize.ts'

/** The tree of a whole message: quotes at the top, markup inside. */
export type MessageNode =
  | TextNode
  | { readonly name: 'quote'; readonly source: QuoteSource | null; readonly children: readonly MessageNode[] }

/** The tree of a message's text; never throws, whatever the text. */
export function parseMessage(text: string, level = 0): MessageNode[] {
  return splitBlocks(text, level).flatMap((block): MessageNode[] => {
    if (block.type === 'text') return pair(block.text, tokenize(block.text))
    return [{ name: 'quote', source: block.source, children: parseMessage(block.body, level + 1) }]
  })
}

function plain(nodes: readonly MessageNode[]): string {
  return nodes
    .map((node): string => {
      if (node.name === 'br') return '\n'
      if ('source' in node) return `${node.source ? `${node.source.name}: ` : ''}${plain(node.children)}\n`
      if (!('children' in node) || node.name === 'code') return node.text
      return plain(node.children) || (node.name === 'url' ? node.value : '')
    })
    .join('')
}

/** What is left of a text without its markup. */
export const plainText = (text: string): string => plain(parseMessage(text)).trim()
