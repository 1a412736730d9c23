import { useQuery } from '@tanstack/react-query'
import { useDialog } from '~/dialog/DialogContext'
import { chatCardQuery } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import styles from './Beginning.module.css'

/** What stands above the very first message. */
export function Beginning({ empty }: { readonly empty: boolean }) {
  const t = useText()
  const { id: dialogId } = useDialog()
  const formats = useFormats()
  const { data: card } = useQuery(chatCardQuery(usePortal(), dialogId))
  return (
    <div className={styles.beginning}>
      <strong>{empty ? t('edge.empty') : t('edge.beginning')}</strong>
      {card?.createdAt != null && <span>{t('edge.created', { date: formats.date(card.createdAt) })}</span>}
    </div>
  )
}
