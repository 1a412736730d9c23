import { Component, type ReactNode } from 'react'

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
      <div data-message-text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', gridColumn: 2 }}>
        {this.props.text}
      </div>
    )
  }
}
