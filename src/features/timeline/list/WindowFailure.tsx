import { useQuery } from '@tanstack/react-query'
import { Headset } from 'lucide-react'
import { ErrorNotice } from '~/dialog/ErrorNotice'
import { HelpLink } from '~/dialog/HelpLink'
import { useDialog } from '~/dialog/state/DialogContext'
import type { DialogId } from '~/domain/ids'
import { isPortalError, type PortalError } from '~/domain/portal/portal-error'
import { InternalLink } from '~/navigation/InternalLink'
import { lastConversationQuery } from '~/queries/open-lines'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'
import styles from './WindowFailure.module.css'

interface WindowFailureProps {
  readonly error: PortalError | null
  readonly onRetry: () => void
}

/** Why no messages of a dialog are shown; of one that is refused, what can be read of it nevertheless. */
export function WindowFailure({ error, onRetry }: WindowFailureProps) {
  const { id } = useDialog()
  return (
    <div className={styles.failure}>
      <ErrorNotice error={error} onRetry={onRetry} />
      {error?.detail === 'ACCESS_ERROR' && id.startsWith('chat') && <OfOpenChannel dialogId={id} />}
    </div>
  )
}

/** The last conversation of a chat of an open channel, which may be read without taking part in it; nothing for other chats. */
function OfOpenChannel({ dialogId }: { readonly dialogId: DialogId }) {
  const t = useText()
  const { data: conversation, error } = useQuery(lastConversationQuery(usePortal(), dialogId))
  if (conversation)
    return (
      <div className={styles.offer} role="status">
        <p>{t('closed.openLine')}</p>
        <InternalLink className={styles.link} to={{ dialogId: conversation }}>
          <Headset size={18} strokeWidth={1.8} aria-hidden />
          {t('closed.read')}
        </InternalLink>
      </div>
    )
  // Whether it is such a chat is not known then.
  return isPortalError(error) && error.detail === 'OPEN_LINES_SCOPE' ? (
    <p className={styles.hint}>
      {t('closed.scope')} <HelpLink about="closed.scope" />
    </p>
  ) : null
}
