import { parseDialogId } from '~/domain/ids'
import { useText } from '~/ui/i18n'
import styles from './Mention.module.css'
import { useMessageText } from './MessageTextContext.ts'

interface ChatMentionProps {
  readonly id: string
  readonly title: string
  readonly openLine: boolean
}

export function ChatMention({ id, title, openLine }: ChatMentionProps) {
  const { hrefOf } = useMessageText()
  const t = useText()
  const label = title || t('chat.unknown', { id })
  const dialogId = openLine ? null : parseDialogId(`chat${id}`)
  if (!dialogId) return <bdi className={styles.mention}>{label}</bdi>
  return (
    <a className={styles.mention} href={hrefOf({ dialogId })} data-internal>
      <bdi>{label}</bdi>
    </a>
  )
}
