import type { ChatSummary } from '~/domain/chat'
import { chatNumber } from '~/domain/kind-of-dialog'
import { InternalLink } from '~/navigation/InternalLink'
import { Avatar } from '~/ui/Avatar'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import type { MouseEvent } from 'react'
import styles from './ChatSwitcher.module.css'

interface DestinationProps {
  readonly id: string
  readonly chat: ChatSummary
  /** The one that Enter opens. */
  readonly active: boolean
  readonly busy: boolean
  readonly onClick: (event: MouseEvent) => void
}

/** A chat to go to: whose it is or what it is for, and when it was last written in. A link, which opens in another tab as any does. */
export function Destination({ id, chat, active, busy, onClick }: DestinationProps) {
  const t = useText()
  const formats = useFormats()
  const title = chat.title || t('chat.unknown', { id: chatNumber(chat.dialogId) })
  const about = chat.kind === 'person' ? chat.position || t('switcher.kind.person') : t(`switcher.kind.${chat.kind}`)
  return (
    <InternalLink
      id={id}
      className={styles.entry}
      to={{ dialogId: chat.dialogId }}
      // Chosen by the keys of the field, which keeps the focus.
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-busy={busy || undefined}
      onClick={onClick}
    >
      <Avatar name={title} color={chat.color} url={chat.avatarUrl} />
      <span className={styles.names}>
        <bdi className={styles.title}>{title}</bdi>
        <span className={styles.about} dir="auto">
          {about}
        </span>
      </span>
      {chat.lastAt !== null && (
        <time className={styles.time} dateTime={new Date(chat.lastAt).toISOString()}>
          {formats.recent(chat.lastAt, Date.now())}
        </time>
      )}
    </InternalLink>
  )
}
