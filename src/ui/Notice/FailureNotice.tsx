import type { ReactNode } from 'react'
import { Button } from '../Button/Button.tsx'
import { HelpLink } from '../Button/HelpLink.tsx'
import { useText } from '../i18n.ts'
import { Notice } from './Notice.tsx'

interface FailureNoticeProps {
  /** What has failed, in a sentence. */
  readonly children: ReactNode
  readonly onRetry: () => void
  /** Entry of the help. */
  readonly topic: string
}

/** What has failed, in place, and the ways on. */
export function FailureNotice({ children, onRetry, topic }: FailureNoticeProps) {
  const t = useText()
  return (
    <Notice
      kind="danger"
      actions={
        <>
          <Button look="link" onClick={onRetry}>
            {t('retry')}
          </Button>
          <HelpLink topic={topic} />
        </>
      }
    >
      {children}
    </Notice>
  )
}
