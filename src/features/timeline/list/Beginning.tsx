import { useQuery } from '@tanstack/react-query'
import { HelpLink } from '~/dialog/HelpLink'
import { useDialog } from '~/dialog/state/DialogContext'
import { chatCardQuery } from '~/queries/chats'
import { cutByPlanQuery } from '~/queries/history/cut-by-plan'
import { usePortal } from '~/queries/portal-context'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import styles from './Beginning.module.css'

/** What stands above the first message: the beginning of the chat, or the border of what the portal's plan shows, once it is known which. */
export function Beginning({ empty }: { readonly empty: boolean }) {
  const t = useText()
  const { id: dialogId } = useDialog()
  const formats = useFormats()
  const client = usePortal()
  const { data: card } = useQuery(chatCardQuery(client, dialogId))
  const { data: cutByPlan } = useQuery(cutByPlanQuery(client, dialogId))
  return (
    <div className={styles.beginning} data-unsure={(!empty && cutByPlan === null) || undefined}>
      <strong>{t(empty ? 'edge.empty' : cutByPlan ? 'edge.cutByPlan' : 'edge.beginning')}</strong>
      {!empty && cutByPlan && <HelpLink about="edge.cutByPlan" />}
      {!cutByPlan && card?.createdAt != null && <span>{t('edge.created', { date: formats.date(card.createdAt) })}</span>}
    </div>
  )
}
