import type { ReactNode } from 'react'
import type { Tag } from 'bbcode-to-react'
import { BBCodeTag, contentOf } from '../BBCodeTag.tsx'
import styles from './late.module.css'

const MAX_ROWS = 200
const MAX_COLUMNS = 24

const only = (tags: readonly Tag[], names: readonly string[], most: number) =>
  tags.filter((tag) => tag.name !== null && names.includes(tag.name)).slice(0, most)

/** `[TABLE][TR][TH]…[/TH][/TR][/TABLE]`: scrolls sideways by itself where it is too wide. */
export class TableTag extends BBCodeTag {
  override render(): ReactNode {
    return (
      <div className={styles.table} tabIndex={0} role="group">
        <table>
          <tbody>
            {only(this.children, ['tr'], MAX_ROWS).map((row, index) => (
              <tr key={index}>
                {only(row.children, ['th', 'td'], MAX_COLUMNS).map((cell, column) => {
                  const content = contentOf(cell.children)
                  return cell.name === 'th' ? <th key={column}>{content}</th> : <td key={column}>{content}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  }
}

/** A row outside of a table. */
export class TableRowTag extends BBCodeTag {
  override render(): ReactNode {
    return this.content()
  }
}

/** A cell outside of a row. */
export class CellTag extends BBCodeTag {
  override render(): ReactNode {
    return this.content()
  }
}
