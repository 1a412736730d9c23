import { visibleText } from '~/lib/text/visible-text'
import { isPictureAddress } from '../parse/grammar.ts'
import { cellsOf, itemsOf, rowsOf } from '../parse/lists.ts'
import { isLeaf, type MessageNode } from '../parse/message-tree.ts'
import { codeOf } from './labels.ts'
import { wordsOf, type Words } from './plain-text.ts'
import { imgOf } from './pictures.ts'
import { writtenText } from './written-text.ts'

/** Around a block: words before it and in it are two. */
const apart = (inside: string): string => `\n${inside}\n`

/**
 * The letters of a message as they stand on the screen, in their order: what can be found and marked in it. Unlike its plain text it has
 * no words for signs, and no time of what is quoted.
 */
export function shownText(nodes: readonly MessageNode[], words: Words): string {
  const inside = (children: readonly MessageNode[]) => shownText(children, words)
  return nodes
    .map((node): string => {
      if (isLeaf(node)) return visibleText(node.text)
      switch (node.name) {
        case 'br':
        case 'hr':
          return '\n'
        case 'pch':
        case 'icon':
        case 'rating':
        case 'like':
        case 'dislike':
          return ''
        case 'code':
          return apart(codeOf(node.text))
        case 'quote':
          return apart(`${node.source ? apart(node.source.name) : ''}${inside(node.children)}`)
        // As long as the picture itself is not shown, which the reader decides.
        case 'img':
          return imgOf(node.value, node.text).address
        case 'url': {
          const label = writtenText(node.children).trim()
          return isPictureAddress(label) ? label : inside(node.children)
        }
        case 'list':
          return apart(
            itemsOf(node.children)
              .map((item) => apart(inside(item)))
              .join(''),
          )
        case 'table':
          return apart(
            rowsOf(node.children)
              .flatMap((row) => cellsOf(row.children).map((cell) => apart(inside(cell.children))))
              .join(''),
          )
        default:
          return wordsOf(node, words, inside)
      }
    })
    .join('')
}
