import { MessagesSquare } from 'lucide-react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useExplain } from '~/dialog/use-explain'
import { chatNumber } from '~/domain/kind-of-dialog'
import { mayPass } from '~/domain/portal/may-pass'
import { Avatar } from '~/ui/Avatar'
import { Button, IconButton } from '~/ui/Button'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import styles from './ChatHeader.module.css'
import { HeaderActions } from './HeaderActions.tsx'
import { useKnownChat } from './useKnownChat.ts'

interface ChatHeaderProps {
  /** Shows the chat list, where it is not already beside the messages. */
  readonly onChats: () => void
  /** Opens the dialog in the portal's messenger; null outside a portal. */
  readonly onOpenInPortal: (() => void) | null
}

/**
 * Title and facts of the dialog. Where they could not be loaded the title is a neutral one, and they are asked for again: by the
 * reader, and by themselves. A refusal is told where the messages are.
 */
export function ChatHeader({ onChats, onOpenInPortal }: ChatHeaderProps) {
  const t = useText()
  const { id: dialogId } = useDialog()
  const formats = useFormats()
  const known = useKnownChat(dialogId)
  const { data: card, isPending, error, refetch } = known.card
  const explain = useExplain()
  const title = known.title || (isPending ? '' : t('chat.unknown', { id: chatNumber(dialogId) }))
  const facts = card
    ? joinNonEmpty([
        card.memberCount === null ? '' : t('header.members', { count: card.memberCount }),
        card.messageCount === null ? '' : t('header.messages', { count: card.messageCount, number: formats.number(card.messageCount) }),
        card.createdAt === null ? '' : t('header.since', { date: formats.date(card.createdAt) }),
      ])
    : ''
  return (
    <header className={styles.header}>
      <span className={styles.chats}>
        <IconButton label={t('chats.show')} onClick={onChats}>
          <MessagesSquare size={18} strokeWidth={1.8} aria-hidden />
        </IconButton>
      </span>
      <span className={styles.avatar}>
        {title === '' ? <i className={styles.disc} /> : <Avatar name={title} color={known.color} url={known.avatarUrl} />}
      </span>
      <div className={styles.names}>
        <h1 className={styles.title}>
          <bdi title={title}>{title || '\u00a0'}</bdi>
        </h1>
        {!card && mayPass(error) ? (
          <p className={styles.facts} title={explain(error).sentence}>
            {t('header.failed')}{' '}
            <Button look="link" onClick={() => void refetch()}>
              {t('retry')}
            </Button>
          </p>
        ) : (
          // Room for the facts that come; the title of a chat that has none stands in the middle.
          (isPending || facts !== '') && <p className={styles.facts}>{facts}</p>
        )}
      </div>
      <HeaderActions onOpenInPortal={onOpenInPortal} />
    </header>
  )
}
