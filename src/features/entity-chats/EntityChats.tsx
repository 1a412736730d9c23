import { useQuery } from '@tanstack/react-query'
import { Headset, MessagesSquare, type LucideIcon } from 'lucide-react'
import { useId } from 'react'
import { ErrorNotice } from '~/dialog/ErrorNotice'
import { HelpLink } from '~/dialog/HelpLink'
import { chatNumber } from '~/domain/kind-of-dialog'
import type { DialogId } from '~/domain/ids'
import type { LineEntity } from '~/domain/portal/placement'
import { isPortalError } from '~/domain/portal/portal-error'
import { InternalLink } from '~/navigation/InternalLink'
import { crmChatQuery } from '~/queries/crm-chat'
import { lineChatsQuery } from '~/queries/open-lines'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'
import styles from './EntityChats.module.css'

interface EntityChatsProps {
  readonly entity: LineEntity
  /** The chat that is shown. */
  readonly current: DialogId | null
}

/**
 * What belongs to the entity of a CRM tab: its own chat, where it has one, and its chats of open channels. Nothing where there are none
 * of those; where the right to know them is missing, what to give.
 */
export function EntityChats({ entity, current }: EntityChatsProps) {
  const t = useText()
  const heading = useId()
  const client = usePortal()
  const { data: chats = [], error, refetch } = useQuery(lineChatsQuery(client, entity))
  const { data: own } = useQuery({ ...crmChatQuery(client, `${entity.type.toUpperCase()}|${entity.id}`), enabled: false })
  if (error) {
    const lacksRight = isPortalError(error) && error.detail === 'OPEN_LINES_SCOPE'
    return (
      <div className={styles.entity}>
        {lacksRight ? (
          <p className={styles.hint}>
            {t('entity.scope')} <HelpLink about="entity.scope" />
          </p>
        ) : (
          <ErrorNotice error={error} missing={t('entity.missing')} onRetry={() => void refetch()} />
        )}
      </div>
    )
  }
  if (chats.length === 0) return null
  const entry = (dialogId: DialogId, Icon: LucideIcon, title: string, about = '') => (
    <li key={dialogId}>
      <InternalLink className={styles.chat} to={{ dialogId }} aria-current={dialogId === current ? 'page' : undefined}>
        <Icon size={18} strokeWidth={1.8} aria-hidden />
        <bdi className={styles.title} title={title}>
          {title}
        </bdi>
        <bdi className={styles.about}>{about}</bdi>
      </InternalLink>
    </li>
  )
  return (
    <section className={styles.entity} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {t('entity.label')}
      </h3>
      <ul>
        {own && entry(own, MessagesSquare, t('entity.own'))}
        {chats.map(({ dialogId, title, channel }) =>
          title === ''
            ? entry(dialogId, Headset, channel, t('chat.unknown', { id: chatNumber(dialogId) }))
            : entry(dialogId, Headset, title, channel),
        )}
      </ul>
    </section>
  )
}
