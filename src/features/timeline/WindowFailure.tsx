import { useQuery } from '@tanstack/react-query'
import { useDialog } from '~/dialog/DialogContext'
import { ErrorNotice } from '~/dialog/ErrorNotice'
import { isPrivateDialog } from '~/domain/ids'
import type { PortalError } from '~/domain/portal/portal-error'
import { chatCardQuery } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'

interface WindowFailureProps {
  readonly error: PortalError
  readonly onRetry: () => void
}

/** Why no messages of a dialog are shown. A private one that nobody has written in is refused like a forbidden one, and is none. */
export function WindowFailure({ error, onRetry }: WindowFailureProps) {
  const t = useText()
  const { id } = useDialog()
  const maybeUnwritten = isPrivateDialog(id) && error.code === 'access'
  const { data: card, isLoading } = useQuery({ ...chatCardQuery(usePortal(), id), enabled: maybeUnwritten })
  if (maybeUnwritten && isLoading) return null
  const name = maybeUnwritten && card?.chatId === null ? card.title : ''
  return name === '' ? <ErrorNotice error={error} onRetry={onRetry} /> : <Notice kind="info">{t('person.noChat', { name })}</Notice>
}
