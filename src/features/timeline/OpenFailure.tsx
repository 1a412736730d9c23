import { explainError } from '~/domain/portal/explain-error'
import type { PortalError } from '~/domain/portal/portal-error'
import { useText } from '~/ui/i18n'
import { FailureNotice } from '~/ui/Notice'

interface OpenFailureProps {
  readonly error: PortalError
  readonly onRetry: () => void
}

/** Why a dialog could not be opened at all. */
export function OpenFailure({ error, onRetry }: OpenFailureProps) {
  const t = useText()
  return <FailureNotice onRetry={onRetry}>{t(explainError(error))}</FailureNotice>
}
