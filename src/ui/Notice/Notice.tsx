import type { ReactNode } from 'react'
import styles from './Notice.module.css'

interface NoticeProps {
  readonly kind: 'danger' | 'info'
  readonly children: ReactNode
  /** Buttons. */
  readonly actions?: ReactNode
}

/** A sentence in a box, in place, with what can be done about it. */
export function Notice({ kind, children, actions }: NoticeProps) {
  return (
    <div className={styles.notice} data-kind={kind} role={kind === 'danger' ? 'alert' : 'status'}>
      <span>{children}</span>
      {actions && <span className={styles.actions}>{actions}</span>}
    </div>
  )
}
