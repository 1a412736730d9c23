import type { ReactNode } from 'react'
import { BBCodeTag } from '../BBCodeTag.tsx'
import styles from './late.module.css'

export const MAX_ITEMS = 200

/** `[LIST][*]one[*]two[/LIST]`, `[LIST=1 start=3]` */
export class ListTag extends BBCodeTag {
  override render = () => {
    const items: ReactNode[][] = []
    for (const child of this.children) {
      if (child.name === '*') items.push([])
      // What stands before the first item is no part of the list; mostly a line break.
      else if (items.length > 0) items.at(-1)?.push(child.toReact())
    }
    const entries = items.slice(0, MAX_ITEMS).map((item, index) => <li key={index}>{trimmed(item)}</li>)
    const start = /start=(\d+)/i.exec(this.node.value)?.[1]
    if (!this.node.value.startsWith('1')) return <ul className={styles.list}>{entries}</ul>
    return (
      <ol className={styles.list} start={start === undefined ? 1 : Number(start)}>
        {entries}
      </ol>
    )
  }
}

/** Without the line breaks around it. */
const trimmed = (item: ReactNode[]): ReactNode[] =>
  item.map((part, index) => {
    if (typeof part !== 'string') return part
    const begun = index === 0 ? part.trimStart() : part
    return index === item.length - 1 ? begun.trimEnd() : begun
  })

/** `[*]` outside of a list. */
export class ItemTag extends BBCodeTag {
  override render = () => '[*]'
}
