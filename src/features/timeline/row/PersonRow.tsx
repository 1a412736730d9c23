import { memo, type MouseEvent } from 'react'
import { authorName } from '~/dialog/author-name'
import { useDialog } from '~/dialog/state/DialogContext'
import { useFindUser } from '~/dialog/use-find-user'
import { Avatar } from '~/ui/Avatar'
import { Deferred } from '~/ui/deferred/Deferred'
import { useText } from '~/ui/i18n'
import { extrasPart } from './deferred-parts.ts'
import styles from './MessageRow.module.css'
import { partsAbove, partsBeneath, textPart } from './row-parts.tsx'
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
  const { shownAs } = message
  const color = user?.color ?? null
  const sentAvatar = shownAs?.avatarUrl
  const person = message.authorId > 0 && {
    // Hovering over it opens the person's card.
    'data-author-id': message.authorId,
    onClick: ({ currentTarget }: MouseEvent<HTMLElement>) => showPerson(message.authorId, currentTarget),
  }
  const author = (className?: string) => (
    <bdi id={`a${message.id}`} className={className} data-message-author {...person}>
      {name}
    </bdi>
  )
  const text = textPart(message, t, message.urlOnly ? 'visually-hidden' : styles.text)
  const edited = message.edited && !message.deleted
  return (
    <>
      {!first ? (
        <Time message={message} aside />
      ) : sentAvatar ? (
        <div className={styles.gutter} {...person}>
          <Deferred part={extrasPart} waiting={<Avatar name={name} color={color} url={null} />}>
            {({ SentAvatar }) => <SentAvatar name={name} color={color} address={sentAvatar} />}
          </Deferred>
        </div>
      ) : (
        <Avatar name={name} color={color} url={user?.avatarUrl ?? null} className={styles.avatar} {...person} />
      )}
      <div className={styles.body}>
        {!first ? (
          author('visually-hidden')
        ) : (
          <div className={styles.who} data-long={name.length > LONG_NAME || (user?.position.length ?? 0) > LONG_NAME || undefined}>
            {author(styles.name)}
            {user && user.kind !== 'user' && <span className={styles.badge}>{t(`badge.${user.kind}`)}</span>}
            {user?.position && user.kind === 'user' && <bdi className={styles.position}>{user.position}</bdi>}
            <Time message={message} />
          </div>
        )}
        {partsAbove(message)}
        {edited || !message.delivered ? (
          <div className={styles.marked}>
            {text}
            {edited && <span className={styles.mark}>{t('row.edited')}</span>}
            {!message.delivered && <span className={styles.mark}>{t('row.undelivered')}</span>}
          </div>
        ) : (
          text
        )}
        {partsBeneath(message, files)}
      </div>
    </>
  )
}, sameMessageAlone)
