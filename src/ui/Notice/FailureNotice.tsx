import type { ReactNode } from 'react'
import { Button } from '../Button/index.ts'
import { useText } from '../i18n.ts'
import { Notice } from './Notice.tsx'

interface FailureNoticeProps {
  /** What is missing, in a sentence. */
  readonly children: ReactNode
  /** Null where trying again cannot help. */
  readonly onRetry: (() => void) | null
}

/** What failed, in place, and the way to try again, where there is one. */
export function FailureNotice({ children, onRetry }: FailureNoticeProps) {
  const t = useText()
  return (
    <Notice
      kind="danger"
      actions={
        onRetry && (
          <Button look="link" onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    >
      {children}
    </Notice>
  )
}
