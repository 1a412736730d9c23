import type { ComponentProps } from 'react'
import styles from './PanelField.module.css'

/** The field at the top of a panel; what is typed there looks for something. */
export const PanelField = (props: Omit<ComponentProps<'input'>, 'type' | 'className'>) => (
  <input type="search" className={styles.field} {...props} />
)
