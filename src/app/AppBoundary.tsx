import { Component, type ReactNode } from 'react'
import { useText } from '~/ui/i18n'
import { FailureNotice } from '~/ui/Notice'
import styles from './Shell.module.css'

/** The last resort: a sentence and a way to go on, instead of an empty page. */
export class AppBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Failed onRetry={() => this.setState({ failed: false })} /> : this.props.children
  }
}

function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const t = useText()
  return (
    <main className={styles.state}>
      <FailureNotice onRetry={onRetry}>{t('error.unexpected')}</FailureNotice>
    </main>
  )
}
