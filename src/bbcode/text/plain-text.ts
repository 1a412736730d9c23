import type { Clock } from '~/lib/time/clock'
import type { UserId } from '~/domain/ids'
import type { User } from '~/domain/people/user'
import type { Translate } from '~/ui/i18n'
import { isPictureAddress } from '../parse/grammar.ts'
import { chatLabel, namesChat } from './chat-labels.ts'
import { commandLabel } from './command-label.ts'
import { codeOf, mentionLabel } from './labels.ts'
import { cellsOf, itemsOf, rowsOf } from '../parse/lists.ts'
import { isLeaf, type MessageNode, type TagNode } from '../parse/message-tree.ts'
import { iconOf, imgOf } from './pictures.ts'
import { formatTimestamp } from './timestamp.ts'
import { visibleText } from '~/lib/text/visible-text'
import { writtenText } from './written-text.ts'

/** What the words of some tags depend on. */
export interface Words {
  readonly findUser: (id: UserId) => User | undefined
  readonly t: Translate
  /** `en` or `ru`. */
  readonly language: string
  /** For dates in the text; the reader's own when absent. */
  readonly clock?: Clock
}

/** Words of a tag whose inside is written by `inside`; for tags that plain text and preview treat alike. */
export function wordsOf(node: TagNode, words: Words, inside: (nodes: readonly MessageNode[]) => string): string {
  const { t } = words
  switch (node.name) {
    case 'user':
      return mentionLabel(node.value, writtenText(node.children).trim(), words.findUser, t)
    case 'chat':
      return namesChat(node.value) ? chatLabel(node.value, writtenText(node.children).trim(), t) : inside(node.children)
    case 'send':
    case 'put':
      return writtenText(node.children).trim() === '' ? commandLabel(node.value, '') : inside(node.children)
    case 'context':
      return writtenText(node.children).trim() === '' ? '' : inside(node.children)
    case 'disk':
      return t('markup.file')
    case 'timestamp':
      return formatTimestamp(node.value, words.language, words.clock)
    case 'like':
    case 'dislike':
      return t(`markup.${node.name}`)
    case 'icon': {
      const { address, title } = iconOf(node.value)
      return address === '' ? '' : `(${title || t('markup.icon')})`
    }
    case 'icode':
      return visibleText(node.text)
    case '*':
      return '[*]'
    case 'hr':
      return '\n'
    default:
      return inside(node.children)
  }
}

/** The text of a message as it is copied, searched and exported: its visible words without decoration. */
export function plainText(nodes: readonly MessageNode[], words: Words): string {
  const inside = (children: readonly MessageNode[]) => plainText(children, words)
  return nodes
    .map((node): string => {
      if (isLeaf(node)) return visibleText(node.text)
      switch (node.name) {
        case 'br':
          return '\n'
        case 'pch':
          return ''
        case 'code':
          return `\n${codeOf(node.text)}\n`
        case 'quote':
          return `${node.source ? `${node.source.name} ${node.source.time}\n` : ''}${inside(node.children)}\n`
        case 'img':
          return imgOf(node.value, node.text).address
        case 'url': {
          const label = writtenText(node.children).trim()
          return isPictureAddress(label) ? label : inside(node.children)
        }
        case 'rating':
          return words.t('markup.rating', { count: Number(node.value) })
        case 'list':
          return itemsOf(node.children)
            .map((item) => `\n${inside(item).trim()}`)
            .join('')
        case 'table':
          return rowsOf(node.children)
            .map(
              (row) =>
                `\n${cellsOf(row.children)
                  .map((cell) => inside(cell.children))
                  .join('\t')}`,
            )
            .join('')
        default:
          return wordsOf(node, words, inside)
      }
    })
    .join('')
}

const LONGEST_PREVIEW = 200

/**
 * A message in one line, as the messenger's lists of chats have it (`docs/bitrix24/bbcode.md` §3, last column): what is struck out
 * is left out, and quotes, code and pictures are named.
 */
export function previewText(nodes: readonly MessageNode[], words: Words): string {
  const named = (what: 'code' | 'quote' | 'rating' | 'picture') => ` [${words.t(`preview.${what}`)}] `
  const inside = (children: readonly MessageNode[]): string =>
    children
      .map((node): string => {
        if (isLeaf(node)) return visibleText(node.text)
        switch (node.name) {
          case 's':
          case 'br':
            return ' '
          case 'code':
          case 'quote':
          case 'rating':
            return named(node.name)
          case 'img':
            return named('picture')
          case 'url':
            return isPictureAddress(writtenText(node.children).trim()) ? named('picture') : inside(node.children) || node.value
          default:
            return wordsOf(node, words, inside)
        }
      })
      .join('')
  const line = inside(nodes).replaceAll(/\s+/g, ' ').trim()
  return line.length > LONGEST_PREVIEW
    ? `${line
        .slice(0, LONGEST_PREVIEW)
        .toWellFormed()
        .replace(/\uFFFD$/, '')
        .trimEnd()}…`
    : line
}
