import { endsAccess } from '~/domain/portal/ends-access'
import { useText } from '~/ui/i18n'
import { Button } from '~/ui/Button'
import { Notice } from '~/ui/Notice'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import styles from './ErrorNotice.module.css'
import { HelpLink } from './HelpLink.tsx'
import { useExplain } from './use-explain.ts'

interface ErrorNoticeProps {
  readonly error: unknown
  readonly onRetry: () => void
  /** What is not shown because of it, in a sentence. */
  readonly missing?: string
}

/**
 * Why something could not be loaded, Retry where that can help, and what else there is to do. That access has ended is said once for the page, with the way on
 * (`app/connectivity/AccessNotice.tsx`): here only what is missing.
 */
export function ErrorNotice({ error, onRetry, missing = '' }: ErrorNoticeProps) {
  const t = useText()
  const { sentence, canRetry, trouble } = useExplain()(error)
  if (endsAccess(error)) return <p className={styles.quiet}>{missing || t('access.nothing')}</p>
  return (
    <Notice
      kind="danger"
      actions={
        <>
          {canRetry && (
            <Button look="link" onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
          <HelpLink about={trouble} />
        </>
      }
    >
      {joinNonEmpty([sentence, missing], ' ')}
    </Notice>
  )
}
