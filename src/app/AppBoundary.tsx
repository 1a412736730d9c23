import type { ReactNode } from 'react'
import { ErrorBoundary } from '~/ui/ErrorBoundary'
import { useText } from '~/ui/i18n'
import { FailureNotice } from '~/ui/Notice'
import styles from './AppBoundary.module.css'

/** The last resort: a message and a retry button, instead of an empty page. */
export function AppBoundary({ children }: { readonly children: ReactNode }) {
  const t = useText()
  return (
    <ErrorBoundary
      fallback={(_error, again) => (
        <main className={styles.state}>
          <FailureNotice onRetry={again} topic="unexpected">
            {t('error.unexpected')}
          </FailureNotice>
        </main>
      )}
    >
      {children}
    </ErrorBoundary>
  )
}
