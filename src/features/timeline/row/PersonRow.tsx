import { memo, type MouseEvent } from 'react'
import { MessageText } from '~/bbcode/MessageText'
import { authorName } from '~/dialog/author-name'
import { useDialog } from '~/dialog/state/DialogContext'
import { useFindUser } from '~/dialog/use-find-user'
import { Avatar } from '~/ui/Avatar'
import { Deferred } from '~/ui/deferred/Deferred'
import { useText } from '~/ui/i18n'
import { isBlank } from './blocks.ts'
import { extrasPart } from './deferred-parts.ts'
import styles from './MessageRow.module.css'
import { partsAbove, partsBeneath } from './row-parts.tsx'
import { sameMessageAlone, type PersonRowProps } from './row-props.ts'
import { Time } from './Time.tsx'

/** Longer names and positions may not fit beside each other. */
const LONG_NAME = 24

/** What somebody wrote: who, what stands above it, the text, its files, what stands beneath. */
export const PersonRow = memo(function PersonRow({ message, first, files }: PersonRowProps) {
  const t = useText()
  const findUser = useFindUser()
  const { showPerson } = useDialog()
  const user = findUser(message.authorId)
  const name = authorName(message, user, t)
  const { deleted, shownAs } = message
  const color = user?.color ?? null
  const sentAvatar = shownAs?.avatarUrl
  const avatar = <Avatar name={name} color={color} url={sentAvatar ? null : (user?.avatarUrl ?? null)} />
  const person = message.authorId > 0 && {
    // Hovering over it opens the person's card.
    'data-author-id': message.authorId,
    onClick: ({ currentTarget }: MouseEvent<HTMLElement>) => showPerson(message.authorId, currentTarget),
  }
  return (
    <>
      <div className={styles.gutter} {...(first && person)}>
        {!first ? (
          <Time message={message} />
        ) : sentAvatar ? (
          <Deferred part={extrasPart} waiting={avatar}>
            {({ SentAvatar }) => <SentAvatar name={name} color={color} address={sentAvatar} />}
          </Deferred>
        ) : (
          avatar
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
          {first && <Time message={message} />}
        </div>
        {partsAbove(message)}
        <div
          className={message.urlOnly ? 'visually-hidden' : styles.line}
          data-marked={(message.edited && !deleted) || !message.delivered || undefined}
        >
          <div id={`t${message.id}`} className={styles.text} data-message-text>
            {deleted ? (
              <i className={styles.gone}>{t('row.deleted')}</i>
            ) : isBlank(message) ? (
              <i className={styles.gone}>{t('row.empty')}</i>
            ) : (
              message.text.trim() !== '' && <MessageText id={message.id} text={message.text} />
            )}
          </div>
          {message.edited && !deleted && <span className={styles.mark}>{t('row.edited')}</span>}
          {!message.delivered && <span className={styles.mark}>{t('row.undelivered')}</span>}
        </div>
        {partsBeneath(message, files)}
      </div>
    </>
  )
}, sameMessageAlone)
