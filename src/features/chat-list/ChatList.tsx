import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { InternalLink } from '~/navigation/InternalLink'
import { Search, X } from 'lucide-react'
import { useDeferredValue, useState, type ReactNode } from 'react'
import type { ChatSummary } from '~/domain/chat'
import { explainError } from '~/domain/portal/explain-error'
import { chatNumber, type DialogId } from '~/domain/ids'
import { chatSearchQuery, recentChatsQuery } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'
import { Avatar } from '~/ui/Avatar'
import { Button, IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { useFormats } from '~/ui/formats'
import { FailureNotice } from '~/ui/Notice'
import styles from './ChatList.module.css'

interface ChatListProps {
  readonly current: DialogId | null
  /** Null where the list cannot be closed. */
  readonly onClose: (() => void) | null
  /** Shown below the list. */
  readonly footer?: ReactNode
}

/** Recent chats and the search for others. */
export function ChatList({ current, onClose, footer }: ChatListProps) {
  const t = useText()
  const client = usePortal()
  const [find, setFind] = useState('')
  const wanted = useDeferredValue(find.trim())
  const recent = useInfiniteQuery(recentChatsQuery(client))
  const search = useQuery(chatSearchQuery(client, wanted))
  const searching = [...wanted].length >= 2

  const matching = (recent.data ?? []).filter((chat) => chat.title.toLocaleLowerCase().includes(wanted.toLocaleLowerCase()))
  const found = searching ? (search.data ?? []) : []
  // Matches in the loaded list first, then the portal's search results.
  const chats = [...new Map([...found.toReversed(), ...matching.toReversed()].map((chat) => [chat.dialogId, chat])).values()].reverse()
  const failed = recent.error ? recent : search.error ? search : null

  return (
    <nav className={styles.chats} aria-label={t('chats.label')}>
      {onClose && (
        <span className={styles.close}>
          <IconButton label={t('chats.close')} onClick={onClose}>
            <X size={18} strokeWidth={1.8} aria-hidden />
          </IconButton>
        </span>
      )}
      <div className={styles.find}>
        <Search size={16} strokeWidth={1.8} aria-hidden />
        <input
          type="search"
          value={find}
          placeholder={t('chats.find')}
          aria-label={t('chats.find')}
          onChange={(event) => setFind(event.target.value)}
        />
      </div>
      <div className={styles.scroll}>
        {failed && <FailureNotice onRetry={() => void failed.refetch()}>{t(explainError(failed.error))}</FailureNotice>}
        <ul>
          {chats.map((chat) => (
            <li key={chat.dialogId}>
              <ChatLink chat={chat} current={chat.dialogId === current} />
            </li>
          ))}
        </ul>
        {(recent.isPending || (searching && search.isPending)) && <p className={styles.note}>{t('chats.loading')}</p>}
        {!failed && recent.isSuccess && !(searching && search.isPending) && chats.length === 0 && (
          <p className={styles.note}>{t(wanted === '' ? 'chats.none' : 'chats.notFound')}</p>
        )}
        {recent.hasNextPage && (
          <p className={styles.note}>
            <Button look="link" disabled={recent.isFetchingNextPage} onClick={() => void recent.fetchNextPage()}>
              {t('chats.more')}
            </Button>
          </p>
        )}
      </div>
      {footer && <div className={styles.footer}>{footer}</div>}
    </nav>
  )
}

function ChatLink({ chat, current }: { readonly chat: ChatSummary; readonly current: boolean }) {
  const t = useText()
  const formats = useFormats()
  const title = chat.title || t('chat.unknown', { id: chatNumber(chat.dialogId) })
  return (
    <InternalLink className={styles.chat} to={{ dialogId: chat.dialogId }} aria-current={current ? 'page' : undefined}>
      <Avatar name={title} color={chat.color} url={chat.avatarUrl} />
      <bdi className={styles.title}>{title}</bdi>
      {chat.lastAt === null ? (
        <span />
      ) : (
        <time className={styles.time} dateTime={new Date(chat.lastAt).toISOString()}>
          {formats.recent(chat.lastAt, Date.now())}
        </time>
      )}
      <span className={styles.last} dir="auto">
        {chat.lastText}
      </span>
      {chat.unread > 0 && (
        <span className={styles.unread}>
          <span aria-hidden>{chat.unread > 999 ? '999+' : chat.unread}</span>
          <span className="visually-hidden">{t('chats.unread', { count: chat.unread })}</span>
        </span>
      )}
    </InternalLink>
  )
}
