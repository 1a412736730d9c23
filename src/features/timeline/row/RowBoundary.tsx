import type { ReactNode } from 'react'
import { ErrorBoundary } from '~/ui/ErrorBoundary'
import styles from './RowBoundary.module.css'

interface RowBoundaryProps {
  /** Shown as it is when the row cannot be shown in its proper form. */
  readonly text: string
  readonly children: ReactNode
}

/** An error in one row shows that row's raw text and affects no other row. */
export function RowBoundary({ text, children }: RowBoundaryProps) {
  return (
    <ErrorBoundary
      fallback={() => (
        <div className={styles.raw} data-message-text>
          {text}
        </div>
      )}
    >
      {children}
    </ErrorBoundary>
  )
}
