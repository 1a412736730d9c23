import { memo, type FocusEvent, type Ref } from 'react'
import { MessageText } from '~/bbcode/MessageText'
import { useMessageText } from '~/bbcode/view/MessageTextContext'
import type { History } from '~/domain/history'
import type { DialogId, MessageId } from '~/domain/ids'
import type { Message, TextMessage } from '~/domain/message'
import type { TimelineRow } from '~/domain/timeline-rows'
import { Avatar } from '~/ui/Avatar'
import { useText } from '~/ui/i18n'
import { later } from './later.tsx'
import { filesPart, extrasPart } from './deferred-parts.ts'
import { authorName } from '~/dialog/author-name'
import styles from './MessageRow.module.css'
import { extrasHeight, filesHeight, FOLD, LOST, MEASURE, prefaceHeight, UNKNOWN } from './row-estimate.ts'
import { SystemRow } from './SystemRow.tsx'
import { Time } from './Time.tsx'
import { RowBoundary } from './RowBoundary.tsx'
import { DayHeading } from './Day.tsx'

interface MessageRowProps {
  readonly ref: Ref<HTMLElement>
  readonly index: number
  readonly row: TimelineRow
  readonly dialogId: DialogId
  readonly files: History['files']
  /** The highlighted message, when it is in this row. */
  readonly highlighted: MessageId | null
  /** 1-based, when the true position in the dialog is known. */
  readonly position: number | null
  readonly tabbable: boolean
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
}

/** Every page makes a new map of files; what matters to a row is its own. */
const sameFiles = (message: Message, before: History['files'], after: History['files']): boolean =>
  before === after || message.kind === 'unknown' || message.fileIds.every((id) => before.get(id) === after.get(id))

/** Rows are made anew with every page, and the list is drawn anew with every few of them that come into sight. */
const sameMessageRow = (before: MessageRowProps, after: MessageRowProps): boolean =>
  before.index === after.index &&
  before.position === after.position &&
  before.highlighted === after.highlighted &&
  before.tabbable === after.tabbable &&
  before.dialogId === after.dialogId &&
  before.ref === after.ref &&
  before.onFocus === after.onFocus &&
  before.onBlur === after.onBlur &&
  before.row.message === after.row.message &&
  before.row.day === after.row.day &&
  before.row.startsDay === after.row.startsDay &&
  before.row.startsUnread === after.row.startsUnread &&
  before.row.startsGroup === after.row.startsGroup &&
  before.row.lostBefore === after.row.lostBefore &&
  before.row.folded?.length === after.row.folded?.length &&
  sameFiles(after.row.message, before.files, after.files)

/** A message with what stands above it: day, border of the unread, what was lost. */
export const MessageRow = memo(function MessageRow({
  ref,
  index,
  row,
  dialogId,
  files,
  highlighted,
  position,
  tabbable,
  onFocus,
  onBlur,
}: MessageRowProps) {
  const t = useText()
  const { message } = row
  return (
    <article
      ref={ref}
      className={styles.article}
      data-index={index}
      data-row-key={row.key}
      tabIndex={tabbable ? 0 : -1}
      aria-labelledby={`a${message.id} t${message.id}`}
      aria-describedby={`w${message.id}`}
      {...(position === null ? { 'aria-setsize': -1 } : { 'aria-posinset': position, 'aria-setsize': -1 })}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {row.startsDay && row.day !== null && <DayHeading day={row.day} />}
      {row.startsUnread && <p className={styles.unread}>{t('row.unread')}</p>}
      {later(extrasPart, row.lostBefore && LOST, ({ LostBefore }) => (
        <LostBefore count={row.lostBefore} />
      ))}
      {message.kind === 'system' && row.folded ? (
        later(extrasPart, FOLD, ({ SystemRun }) => (
          <SystemRun messages={[message, ...(row.folded ?? [])]} dialogId={dialogId} highlighted={highlighted} />
        ))
      ) : (
        <div
          className={styles.row}
          data-message-id={message.id}
          data-first={row.startsGroup || undefined}
          data-kind={message.kind}
          data-highlighted={highlighted !== null || undefined}
        >
          <RowBoundary key={message.kind === 'unknown' ? '' : message.text} text={message.kind === 'unknown' ? '' : message.text}>
            {message.kind === 'unknown' &&
              later(extrasPart, UNKNOWN, ({ UnknownRow }) => <UnknownRow id={message.id} sentAt={message.sentAt} />)}
            {message.kind === 'system' && <SystemRow message={message} dialogId={dialogId} />}
            {message.kind === 'message' && <PersonRow message={message} first={row.startsGroup} dialogId={dialogId} files={files} />}
          </RowBoundary>
        </div>
      )}
    </article>
  )
}, sameMessageRow)

/** Names and positions of more characters may not find room beside each other. */
const LONG_NAME = 24

interface PersonRowProps {
  readonly message: TextMessage
  readonly first: boolean
  readonly dialogId: DialogId
  readonly files: History['files']
}

const samePersonRow = (before: PersonRowProps, after: PersonRowProps): boolean =>
  before.message === after.message && before.first === after.first && sameFiles(after.message, before.files, after.files)

const PersonRow = memo(function PersonRow({ message, first, dialogId, files }: PersonRowProps) {
  const t = useText()
  const { findUser } = useMessageText()
  const user = findUser(message.authorId)
  const name = authorName(message, user, t)
  const { deleted } = message
  // Who that is shows a card that listens for all of them.
  const person = message.authorId > 0 && { 'data-author-id': message.authorId }
  const hasFiles = !deleted && message.fileIds.length > 0
  return (
    <>
      <div className={styles.gutter} {...(first && person)}>
        {first ? (
          <Avatar name={name} color={user?.color ?? null} url={message.shownAs?.avatarUrl ?? user?.avatarUrl ?? null} />
        ) : (
          <Time id={message.id} sentAt={message.sentAt} />
        )}
      </div>
      <div className={styles.body}>
        <div
          className={first ? styles.who : 'visually-hidden'}
          data-long={name.length > LONG_NAME || (user?.position.length ?? 0) > LONG_NAME || undefined}
        >
          <bdi id={`a${message.id}`} className={styles.name} data-message-author {...person}>
            {name}
          </bdi>
          {first && user && user.kind !== 'user' && <span className={styles.badge}>{t(`badge.${user.kind}`)}</span>}
          {first && user?.position && user.kind === 'user' && <bdi className={styles.position}>{user.position}</bdi>}
          {first && <Time id={message.id} sentAt={message.sentAt} />}
        </div>
        {!deleted && later(extrasPart, prefaceHeight(message), ({ Preface }) => <Preface message={message} dialogId={dialogId} />)}
        <div
          className={message.params['URL_ONLY'] === 'Y' && message.params['ATTACH'] ? 'visually-hidden' : styles.line}
          data-marked={(message.edited && !deleted) || !message.delivered || undefined}
        >
          <div id={`t${message.id}`} className={styles.text} data-message-text>
            {deleted ? (
              <i className={styles.gone}>{t('row.deleted')}</i>
            ) : message.text.trim() !== '' ? (
              <MessageText id={message.id} text={message.text} />
            ) : (
              !hasFiles && !extrasHeight(message) && <i className={styles.gone}>{t('row.empty')}</i>
            )}
          </div>
          {message.edited && !deleted && <span className={styles.mark}>{t('row.edited')}</span>}
          {!message.delivered && <span className={styles.mark}>{t('row.undelivered')}</span>}
        </div>
        {!deleted &&
          later(filesPart, filesHeight(message, files, MEASURE), ({ Files }) => (
            <Files message={message} files={files} dialogId={dialogId} />
          ))}
        {!deleted && later(extrasPart, extrasHeight(message), ({ Extras }) => <Extras message={message} />)}
      </div>
    </>
  )
}, samePersonRow)
