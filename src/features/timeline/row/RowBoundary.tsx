import { Component, type ReactNode } from 'react'
import styles from './RowBoundary.module.css'

interface RowBoundaryProps {
  /** Shown as it is when the row cannot be shown in its proper form. */
  readonly text: string
  readonly children: ReactNode
}

/** One row's failure shows that row's raw text, and never more than that. */
export class RowBoundary extends Component<RowBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <div className={styles.raw} data-message-text>
        {this.props.text}
      </div>
    )
  }
}
