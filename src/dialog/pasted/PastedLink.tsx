import { useQuery } from '@tanstack/react-query'
import { CornerDownRight } from 'lucide-react'
import { chatNumber } from '~/domain/kind-of-dialog'
import { isConversation } from '~/domain/ids'
import { parseDay } from '~/lib/time/calendar-day'
import { InternalLink } from '~/navigation/InternalLink'
import { chatCardQuery } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import styles from './PastedLink.module.css'
import type { PastedTarget } from './use-pasted-place.ts'

interface PastedLinkProps {
  readonly place: PastedTarget
  readonly onClick?: () => void
}

/** Leads to the place of an address that was pasted: says to which message, or day, of which chat. */
export function PastedLink({ place, onClick }: PastedLinkProps) {
  const t = useText()
  const formats = useFormats()
  const { dialogId, messageId, day } = place
  const { data: card } = useQuery({
    ...chatCardQuery(usePortal(), dialogId),
    enabled: !isConversation(dialogId),
    refetchOnMount: false,
    refetchInterval: false,
  })
  const title = card?.title || t('chat.unknown', { id: chatNumber(dialogId) })
  const isDay = day !== undefined && parseDay(day) !== null
  return (
    <InternalLink className={styles.link} to={place} onClick={onClick}>
      <CornerDownRight size={18} strokeWidth={1.8} aria-hidden />
      <span className={styles.words}>
        <span className={styles.go}>
          {messageId !== undefined ? t('pasted.message', { id: String(messageId) }) : isDay ? formats.calendarDate(day) : t('pasted.chat')}
        </span>
        <bdi className={styles.title}>{title}</bdi>
      </span>
    </InternalLink>
  )
}
