import { BBCodeTag } from '../BBCodeTag.tsx'
import { visibleText } from '../visible-text.ts'
import styles from './late.module.css'

/** `[ICODE]`: code within a line. */
export class InlineCodeTag extends BBCodeTag {
  override render = () => (
    <code className={styles.inlineCode} dir="ltr">
      {visibleText(this.node.text)}
    </code>
  )
}
