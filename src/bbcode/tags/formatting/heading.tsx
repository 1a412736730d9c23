import type { ReactNode } from 'react'
import { BBCodeTag } from '../BBCodeTag.tsx'
import styles from '../rare-tags.module.css'

/** `[H1]`, `[H2]`; bold lines rather than headings, which would disturb the outline of the page. */
export class HeadingTag extends BBCodeTag {
  override render(): ReactNode {
    return (
      <strong className={styles.heading} data-level={this.node.name}>
        {this.content()}
      </strong>
    )
  }
}

/** `[HR]` */
export class RuleTag extends BBCodeTag {
  override render(): ReactNode {
    return <hr className={styles.rule} />
  }
}
