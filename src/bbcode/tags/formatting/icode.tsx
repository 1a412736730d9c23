import type { ReactNode } from 'react'
import { BBCodeTag } from '../BBCodeTag.tsx'
import { visibleText } from '~/lib/text/visible-text'
import styles from '../rare-tags.module.css'

/** `[ICODE]`: code within a line. */
export class InlineCodeTag extends BBCodeTag {
  override render(): ReactNode {
    return (
      <code className={styles.inlineCode} dir="ltr">
        {visibleText(this.node.text)}
      </code>
    )
  }
}
