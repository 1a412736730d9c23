import { CornerDownRight } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import type { MouseEvent } from 'react'
import { chatNumber } from '~/domain/kind-of-dialog'
import { isConversation, type DialogId } from '~/domain/ids'
import { parseDay } from '~/lib/time/calendar-day'
import { InternalLink } from '~/navigation/InternalLink'
import type { LinkTarget } from '~/navigation/NavigationContext'
import { chatCardQuery } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import styles from './ChatSwitcher.module.css'

interface PastedPlaceProps {
  readonly id: string
  readonly place: LinkTarget & { readonly dialogId: DialogId }
  readonly onClick: (event: MouseEvent) => void
}

/** The place that a pasted address leads to, by the name of its chat. */
export function PastedPlace({ id, place, onClick }: PastedPlaceProps) {
  const t = useText()
  const formats = useFormats()
  const { dialogId, messageId, day } = place
  const isDay = day !== undefined && parseDay(day) !== null
  const { data: card } = useQuery({
    ...chatCardQuery(usePortal(), dialogId),
    enabled: !isConversation(dialogId),
    refetchOnMount: false,
    refetchInterval: false,
  })
  const title = card?.title || t('chat.unknown', { id: chatNumber(dialogId) })
  return (
    <InternalLink id={id} className={styles.entry} to={place} role="option" tabIndex={-1} aria-selected onClick={onClick}>
      <CornerDownRight size={18} strokeWidth={1.8} aria-hidden />
      <span className={styles.names}>
        <bdi className={styles.title}>{title}</bdi>
        <span className={styles.about}>
          {messageId !== undefined
            ? t('details.label', { id: String(messageId) })
            : isDay
              ? formats.calendarDate(day)
              : t('switcher.pasted')}
        </span>
      </span>
    </InternalLink>
  )
}
