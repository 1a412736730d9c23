import type { ReactNode } from 'react'
import type { Tag } from 'bbcode-to-react'
import { BBCodeTag, contentOf } from '../BBCodeTag.tsx'
import { itemsOf } from '../lists.ts'
import { TextTag } from '../TextTag.ts'
import styles from './late.module.css'

/** `[LIST][*]one[*]two[/LIST]`, `[LIST=1 start=3]` */
export class ListTag extends BBCodeTag {
  override render(): ReactNode {
    const entries = itemsOf(this.children).map((item, index) => <li key={index}>{contentOf(trimmed(item))}</li>)
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
function trimmed(item: readonly Tag[]): Tag[] {
  return item.map((tag, index) => {
    if (!((tag as unknown) instanceof TextTag)) return tag
    const begun = index === 0 ? tag.text.trimStart() : tag.text
    return new TextTag(index === item.length - 1 ? begun.trimEnd() : begun) as unknown as Tag
  })
}

/** `[*]` outside of a list. */
export class ItemTag extends BBCodeTag {
  override render(): ReactNode {
    return '[*]'
  }
}
