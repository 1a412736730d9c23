import { useMemo, useState, type HTMLAttributes } from 'react'
import type { MessageId } from '~/domain/ids'
import { useText } from '~/ui/i18n'
import { bitrixParser } from './BitrixParser.ts'
import { isLeaf, type MessageNode } from './parse/message-tree.ts'
import { isJumbo } from './text/jumbo.ts'
import { ShowAll } from './ShowAll.tsx'
import { useMarkup } from './view/MarkupContext.ts'
import styles from './MessageText.module.css'
import { parseMessage } from './parse/tree.ts'
import { treeOf } from './parse/tree-cache.ts'

/** Very long messages that the reader has expanded; kept, because rows mount and unmount. */
const shownWhole = new Set<MessageId>()

/** Stacked diacritics, which would reach far into other rows. */
const STACKED_DIACRITICS = /\p{M}{4}/u

const isHidden = (node: MessageNode): boolean => (isLeaf(node) ? node.text.trim() === '' : node.name === 'pch')

interface MessageTextProps extends HTMLAttributes<HTMLElement> {
  readonly messageId: MessageId
  readonly text: string
}

/** The text of a message with Bitrix24's markup shown; what else is given becomes attributes of its element. */
export function MessageText({ messageId: id, text, className = '', ...attributes }: MessageTextProps) {
  const t = useText()
  const { richMarkup: extended } = useMarkup()
  const [whole, setWhole] = useState(() => shownWhole.has(id))
  const tree = useMemo(() => (whole ? parseMessage(text, { extended, whole }) : treeOf(id, text, extended)), [id, text, extended, whole])
  const content = useMemo(() => bitrixParser.build(tree).toReact(), [tree])
  const showAll = () => {
    shownWhole.add(id)
    setWhole(true)
  }
  return (
    <div
      {...attributes}
      className={`${styles.text} ${className}`}
      dir="auto"
      data-jumbo={isJumbo(text) || undefined}
      data-heaped={STACKED_DIACRITICS.test(text) || undefined}
      data-empty={tree.nodes.every(isHidden) ? t('row.empty') : undefined}
    >
      {content}
      {tree.cut !== null && <ShowAll onClick={showAll} />}
    </div>
  )
}
