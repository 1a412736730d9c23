import { useText } from '~/ui/i18n'
import { chatDialog, chatLabel } from '../text/late-labels.ts'
import styles from './Mention.module.css'
import { useMessageText } from './MessageTextContext.ts'

interface ChatMentionProps {
  /** What `[CHAT=…]` names. */
  readonly value: string
  readonly title: string
  readonly inLink: boolean
}

export function ChatMention({ value, title, inLink }: ChatMentionProps) {
  const { hrefOf } = useMessageText()
  const t = useText()
  const label = chatLabel(value, title, t)
  const dialogId = chatDialog(value)
  if (!dialogId || inLink) return <bdi className={styles.mention}>{label}</bdi>
  return (
    <a className={styles.mention} href={hrefOf({ dialogId })} data-internal>
      <bdi>{label}</bdi>
    </a>
  )
}
