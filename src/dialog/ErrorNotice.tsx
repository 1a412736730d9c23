import { endsAccess } from '~/domain/portal/ends-access'
import { useText } from '~/ui/i18n'
import { FailureNotice } from '~/ui/Notice'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import styles from './ErrorNotice.module.css'
import { useExplain } from './use-explain.ts'

interface ErrorNoticeProps {
  readonly error: unknown
  readonly onRetry: () => void
  /** What is not shown because of it, in a sentence. */
  readonly missing?: string
}

/**
 * Why something could not be loaded, and Retry where that can help. That access has ended is said once for the page, with the way on
 * (`app/connectivity/AccessNotice.tsx`): here only what is missing.
 */
export function ErrorNotice({ error, onRetry, missing = '' }: ErrorNoticeProps) {
  const t = useText()
  const { sentence, canRetry } = useExplain()(error)
  if (endsAccess(error)) return <p className={styles.quiet}>{missing || t('access.nothing')}</p>
  return <FailureNotice onRetry={canRetry ? onRetry : null}>{joinNonEmpty([sentence, missing], ' ')}</FailureNotice>
}
