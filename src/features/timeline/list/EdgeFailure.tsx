import { ErrorNotice } from '~/dialog/ErrorNotice'
import { useText } from '~/ui/i18n'
import type { PortalError } from '~/domain/portal/portal-error'

interface EdgeFailureProps {
  readonly missing: 'older' | 'newer' | 'arrivals'
  readonly error: PortalError | null
  readonly onRetry: () => void
}

/** Why there are no more messages at an end of what is loaded, and which are missing. */
export function EdgeFailure({ missing, error, onRetry }: EdgeFailureProps) {
  const t = useText()
  return <ErrorNotice error={error} missing={t(`edge.missing.${missing}`)} onRetry={onRetry} />
}
