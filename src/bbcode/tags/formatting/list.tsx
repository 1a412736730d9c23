import type { ReactNode } from 'react'
import { BBCodeTag } from '../BBCodeTag.tsx'
import { itemsOf } from '../../parse/lists.ts'
import { isLeaf, type MessageNode } from '../../parse/message-tree.ts'
import styles from '../rare-tags.module.css'

/** `[LIST][*]one[*]two[/LIST]`, `[LIST=1 start=3]` */
export class ListTag extends BBCodeTag {
  override render(): ReactNode {
    const entries = itemsOf(this.node.children).map((item, index) => <li key={index}>{this.content(trimmed(item))}</li>)
    const start = /start=(\d+)/i.exec(this.node.value)?.[1]
    if (!this.node.value.startsWith('1')) return <ul className={styles.list}>{entries}</ul>
    return (
      <ol className={styles.list} start={start === undefined ? 1 : Number(start)}>
        {entries}
      </ol>
    )
  }
}

/** Without the line breaks before and after what it says. */
function trimmed(item: readonly MessageNode[]): MessageNode[] {
  return item.map((node, index) => {
    if (!isLeaf(node)) return node
    const begun = index === 0 ? node.text.trimStart() : node.text
    const text = index === item.length - 1 ? begun.trimEnd() : begun
    const start = node.start + node.text.length - begun.length
    return { ...node, text, start, end: start + text.length }
  })
}

/** `[*]` outside of a list. */
export class ItemTag extends BBCodeTag {
  override render(): ReactNode {
    return '[*]'
  }
}
