import type { ReactNode } from 'react'
import { BBCodeTag } from '../BBCodeTag.tsx'
import { cellsOf, rowsOf } from '../../parse/lists.ts'
import styles from '../rare-tags.module.css'

/** `[TABLE][TR][TH]…[/TH][/TR][/TABLE]`: scrolls sideways by itself where it is too wide. */
export class TableTag extends BBCodeTag {
  override render(): ReactNode {
    return (
      <div className={styles.table} tabIndex={0} role="group">
        <table>
          <tbody>
            {rowsOf(this.node.children).map((row, index) => (
              <tr key={index}>
                {cellsOf(row.children).map((cell, column) => {
                  const content = this.content(cell.children)
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
