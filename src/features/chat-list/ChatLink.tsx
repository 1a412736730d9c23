import { BellOff, Pin } from 'lucide-react'
import type { ChatSummary } from '~/domain/chat'
import { chatNumber } from '~/domain/kind-of-dialog'
import { InternalLink } from '~/navigation/InternalLink'
import { Avatar } from '~/ui/Avatar'
import { useFormats } from '~/ui/formats'
import { useText, type Translate } from '~/ui/i18n'
import styles from './ChatList.module.css'

/** The last message in a line; what it consists of, where it has no text. */
function lastWords({ lastText, lastAttachment }: ChatSummary, t: Translate): string | null {
  if (lastText !== null || !lastAttachment) return lastText
  const { kind, name } = lastAttachment
  return kind === 'file' && name !== '' ? t('chats.last.named', { name }) : t(`chats.last.${kind}`)
}

interface ChatLinkProps {
  readonly chat: ChatSummary
  readonly current: boolean
  /** Tab reaches one entry of the list; arrows reach the others. */
  readonly tabbable: boolean
}

/** A line of the list of chats. */
export function ChatLink({ chat, current, tabbable }: ChatLinkProps) {
  const t = useText()
  const formats = useFormats()
  const title = chat.title || t('chat.unknown', { id: chatNumber(chat.dialogId) })
  return (
    <InternalLink
      className={styles.chat}
      to={{ dialogId: chat.dialogId }}
      tabIndex={tabbable ? 0 : -1}
      aria-current={current ? 'page' : undefined}
    >
      <Avatar name={title} color={chat.color} url={chat.avatarUrl} />
      <span className={styles.top}>
        <bdi className={styles.title} title={title}>
          {title}
        </bdi>
        {chat.muted && <BellOff className={styles.mark} size={13} strokeWidth={1.8} role="img" aria-label={t('chats.muted')} />}
        {chat.lastAt !== null && (
          <time className={styles.time} dateTime={new Date(chat.lastAt).toISOString()}>
            {formats.recent(chat.lastAt, Date.now())}
          </time>
        )}
      </span>
      <span className={styles.bottom}>
        <span className={styles.last} dir="auto">
          {lastWords(chat, t)}
        </span>
        {chat.pinned && <Pin className={styles.mark} size={13} strokeWidth={1.8} role="img" aria-label={t('chats.pinned')} />}
        {chat.unread > 0 && (
          <span className={styles.unread} data-muted={chat.muted || undefined}>
            <span aria-hidden>{chat.unread > 999 ? '999+' : chat.unread}</span>
            <span className="visually-hidden">{t('chats.unread', { count: chat.unread })}</span>
          </span>
        )}
      </span>
    </InternalLink>
  )
}
