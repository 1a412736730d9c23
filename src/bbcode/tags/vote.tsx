import type { ReactNode } from 'react'
import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useText } from '~/ui/i18n'
import { BBCodeTag } from './BBCodeTag.tsx'
import styles from './rare-tags.module.css'

function Thumb({ up }: { readonly up: boolean }) {
  const t = useText()
  const label = t(up ? 'markup.like' : 'markup.dislike')
  const Icon = up ? ThumbsUp : ThumbsDown
  return (
    <span className={styles.thumb} role="img" aria-label={label} data-plain={label}>
      <Icon size={16} strokeWidth={1.8} aria-hidden />
    </span>
  )
}

/** `[LIKE]`, `[DISLIKE]`: votes of an open line. */
export class VoteTag extends BBCodeTag {
  override render(): ReactNode {
    return <Thumb up={this.node.name === 'like'} />
  }
}
