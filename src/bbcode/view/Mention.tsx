import { useText } from '~/ui/i18n'
import { mentionLabel, mentionOf } from '../text/labels.ts'
import styles from './Mention.module.css'
import { useMessageText } from './MessageTextContext.ts'

interface MentionProps {
  /** What `[USER=…]` names. */
  readonly value: string
  readonly written: string
  readonly inLink: boolean
}

/** Somebody's name. Who it is shows a card that listens for all of them (`PersonCards.tsx`). */
export function Mention({ value, written, inLink }: MentionProps) {
  const { findUser, ownId } = useMessageText()
  const t = useText()
  const { id } = mentionOf(value)
  const user = id === 'all' ? undefined : findUser(id)
  return (
    <bdi
      className={styles.mention}
      data-self={id === 'all' || id === ownId || undefined}
      data-kind={user?.kind}
      {...(id === 'all' || inLink ? {} : { 'data-user-id': id, role: 'button', tabIndex: 0 })}
    >
      {mentionLabel(value, written, findUser, t)}
    </bdi>
  )
}
