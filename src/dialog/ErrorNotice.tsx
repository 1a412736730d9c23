import { FailureNotice } from '~/ui/Notice'
import { joinNonEmpty } from '~/lib/join-non-empty'
import { useExplain } from './use-explain.ts'

interface ErrorNoticeProps {
  readonly error: unknown
  readonly onRetry: () => void
  /** What is not shown because of it, in a sentence. */
  readonly missing?: string
}

/** Why something could not be loaded, and Retry where that can help. */
export function ErrorNotice({ error, onRetry, missing = '' }: ErrorNoticeProps) {
  const { sentence, canRetry } = useExplain()(error)
  return <FailureNotice onRetry={canRetry ? onRetry : null}>{joinNonEmpty([sentence, missing], ' ')}</FailureNotice>
}
