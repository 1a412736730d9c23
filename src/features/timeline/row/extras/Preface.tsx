import {
  CalendarDays,
  CheckSquare,
  ClipboardList,
  FileSignature,
  Forward,
  Handshake,
  MessagesSquare,
  Phone,
  Pin,
  Reply,
  Sparkles,
  Timer,
  Vote,
  type LucideIcon,
} from 'lucide-react'
import { InternalLink } from '~/navigation/InternalLink'
import type { ReactNode } from 'react'
import { previewText } from '~/bbcode/text/plain-text'
import { treeOf } from '~/bbcode/parse/tree-cache'
import { useMarkup } from '~/bbcode/view/MarkupContext'
import type { MessageId } from '~/domain/ids'
import type { Forwarded, TextMessage } from '~/domain/message/message'
import { useClock } from '~/ui/clock'
import { privateDialogOf } from '~/domain/people/private-dialog'
import { useFormats } from '~/ui/formats'
import { useLanguage, useText } from '~/ui/i18n'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import { authorName } from '~/dialog/author-name'
import { useDialog } from '~/dialog/state/DialogContext'
import { useDisplay } from '~/dialog/state/display'
import { useFindUser } from '~/dialog/use-find-user'
import { useFoundMessage } from '~/dialog/useFoundMessage'
import styles from './Preface.module.css'
import { topicName, type TopicName } from './topic-name.ts'

const topicIcons: Readonly<Record<TopicName, LucideIcon | null>> = {
  call: Phone,
  task: CheckSquare,
  crm: Handshake,
  meeting: CalendarDays,
  poll: Vote,
  form: ClipboardList,
  copilot: Sparkles,
  document: FileSignature,
  chat: MessagesSquare,
  other: null,
}

/** What is shown above a message's text: its topic, its origin, what it replies to, whether it is pinned. */
export function Preface({ message }: { readonly message: TextMessage }) {
  const t = useText()
  const formats = useFormats()
  const { pinned, disappearsAt, forwarded, replyTo, topic } = message
  return (
    <>
      {topic !== null && <Topic component={topic} centred={message.kind === 'system'} />}
      {pinned && <Line icon={Pin}>{t('row.pinned')}</Line>}
      {disappearsAt !== null && (
        <Line icon={Timer}>
          {t('row.disappears', {
            date: `${formats.date(disappearsAt, message.utcOffset)}, ${formats.time(disappearsAt, message.utcOffset)}`,
          })}
        </Line>
      )}
      {forwarded && <Origin forwarded={forwarded} />}
      {replyTo !== null && <ReplyTo key={replyTo} id={replyTo} />}
    </>
  )
}

interface LineProps {
  readonly icon: LucideIcon | null
  readonly centred?: boolean
  readonly children: ReactNode
}

function Line({ icon: Icon, centred = false, children }: LineProps) {
  return (
    <div className={styles.line} data-centred={centred || undefined}>
      {Icon && <Icon size={14} strokeWidth={1.8} aria-hidden />}
      <span>{children}</span>
    </div>
  )
}

function Topic({ component, centred }: { readonly component: string; readonly centred: boolean }) {
  const t = useText()
  const name = topicName(component)
  return (
    <Line icon={topicIcons[name]} centred={centred}>
      {name === 'other' ? t('topic.other', { id: component }) : t(`topic.${name}`)}
    </Line>
  )
}

function Origin({ forwarded: { messageId, dialogId: named, between, authorId, chatTitle } }: { readonly forwarded: Forwarded }) {
  const t = useText()
  const { findUser, ownId } = useMarkup()
  const dialogId = named ?? privateDialogOf(between, ownId)
  const author = authorId === null ? '' : (findUser(authorId)?.name ?? t('user.unknown', { id: String(authorId) }))
  const origin = joinNonEmpty([author, chatTitle && `«${chatTitle}»`], ', ')
  const words = origin === '' ? t('row.forwarded') : t('row.forwardedFrom', { origin })
  return (
    <Line icon={Forward}>
      {dialogId !== null && messageId !== null ? (
        <InternalLink className={styles.link} to={{ dialogId, messageId }}>
          {words}
        </InternalLink>
      ) : (
        words
      )}
      {dialogId === null && between === null && messageId !== null && ` · ${t('row.forwardedUnknown', { id: String(messageId) })}`}
    </Line>
  )
}

/** The message it replies to, in one line, as a link. */
function ReplyTo({ id }: { readonly id: MessageId }) {
  const t = useText()
  const language = useLanguage()
  const clock = useClock()
  const { id: dialogId } = useDialog()
  const findUser = useFindUser()
  const { richMarkup } = useDisplay()
  const found = useFoundMessage(id)
  const preview =
    found === null
      ? t('row.replyUnknown')
      : found.message.deleted
        ? t('row.deleted')
        : previewText(treeOf(id, found.message.text, richMarkup).nodes, { findUser, t, language, clock }) || t('row.replyFile')
  return (
    <InternalLink className={styles.reply} to={{ dialogId, messageId: id }} aria-label={t('row.replyTo', { text: preview })}>
      <Reply size={14} strokeWidth={1.8} aria-hidden />
      {found && <bdi className={styles.author}>{authorName(found.message, findUser(found.message.authorId) ?? found.author, t)}</bdi>}
      <bdi className={styles.preview}>{preview}</bdi>
    </InternalLink>
  )
}
