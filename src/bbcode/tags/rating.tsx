import type { ReactNode } from 'react'
import { Star } from 'lucide-react'
import { useText } from '~/ui/i18n'
import { BBCodeTag } from './BBCodeTag.tsx'
import styles from './rare-tags.module.css'

const MOST = [1, 2, 3, 4, 5]

function Stars({ count }: { readonly count: number }) {
  const t = useText()
  const label = t('markup.rating', { count })
  return (
    <span className={styles.stars} role="img" aria-label={label} data-plain={label}>
      {MOST.map((star) => (
        <Star key={star} size={16} strokeWidth={1.8} aria-hidden data-filled={star <= count || undefined} />
      ))}
    </span>
  )
}

/** `[RATING=4]` */
export class RatingTag extends BBCodeTag {
  override render(): ReactNode {
    return <Stars count={Number(this.node.value)} />
  }
}
