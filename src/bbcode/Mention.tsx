import type { UserId } from '~/domain/ids'
import { useText } from '~/ui/i18n'
import styles from './Mention.module.css'
import { useMessageText } from './MessageTextContext.ts'

interface MentionProps {
  readonly id: UserId | 'all'
  readonly written: string
  /** The user's present name is wanted rather than the written one. */
  readonly current: boolean
}

export function Mention({ id, written, current }: MentionProps) {
  const { findUser, ownId } = useMessageText()
  const t = useText()
  if (id === 'all') {
    return (
      <bdi className={styles.mention} data-self>
        {written || t('mention.all')}
      </bdi>
    )
  }
  const user = findUser(id)
  const name = (current ? user?.name : '') || written || user?.name || t('user.unknown', { id: String(id) })
  return (
    <bdi className={styles.mention} data-self={id === ownId || undefined} title={user?.position || undefined}>
      {name}
    </bdi>
  )
}
