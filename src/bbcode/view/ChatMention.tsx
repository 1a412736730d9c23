import { InternalLink } from '~/navigation/InternalLink'
import { useText } from '~/ui/i18n'
import { chatDialog, chatLabel } from '../text/chat-labels.ts'
import styles from './Mention.module.css'

interface ChatMentionProps {
  /** What `[CHAT=…]` names. */
  readonly value: string
  readonly title: string
  readonly inLink: boolean
}

export function ChatMention({ value, title, inLink }: ChatMentionProps) {
  const t = useText()
  const label = chatLabel(value, title, t)
  const dialogId = chatDialog(value)
  if (!dialogId || inLink) return <bdi className={styles.mention}>{label}</bdi>
  return (
    <InternalLink className={styles.mention} to={{ dialogId }}>
      <bdi>{label}</bdi>
    </InternalLink>
  )
}
