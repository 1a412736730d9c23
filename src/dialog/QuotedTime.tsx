import { useQuery, useQueryClient } from '@tanstack/react-query'
import { messageTimeQuery } from '~/queries/history/message-time'
import { usePortal } from '~/queries/portal-context'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import styles from './QuotedTime.module.css'
import type { QuotedTimeProps } from './quoted-time.tsx'

/** When the quoted message was sent, on the reader's clock. Where that cannot be learned: what the quote says, as its words. */
export function QuotedTime({ place: { dialogId, messageId }, written }: QuotedTimeProps) {
  const t = useText()
  const formats = useFormats()
  const { data: time, isPending } = useQuery(messageTimeQuery(useQueryClient(), usePortal(), dialogId, messageId))
  // What somebody wrote stands as they wrote it, and is copied so; that it is their clock's is drawn beside it.
  if (!time)
    return (
      <span className={styles.written} data-note={isPending ? undefined : t('quote.written')}>
        {written}
      </span>
    )
  return (
    <time dateTime={new Date(time.sentAt).toISOString()} title={formats.full(time.sentAt, time.utcOffset)}>
      {formats.short(time.sentAt, time.utcOffset)}
    </time>
  )
}
