import { Component, type ReactNode } from 'react'
import { Button } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'
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
      <Notice
        kind="danger"
        actions={
          <Button look="link" onClick={onRetry}>
            {t('retry')}
          </Button>
        }
      >
        {t('error.unexpected')}
      </Notice>
    </main>
  )
}
