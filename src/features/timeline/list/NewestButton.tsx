import { ArrowDown } from 'lucide-react'
import { useFormats, useText } from '~/ui/i18n'
import styles from './NewestButton.module.css'

interface NewestButtonProps {
  /** Messages that have arrived since the reader was at the end. */
  readonly unseen: number
  readonly onClick: () => void
}

export function NewestButton({ unseen, onClick }: NewestButtonProps) {
  const t = useText()
  const formats = useFormats()
  return (
    <button type="button" className={styles.button} onClick={onClick}>
      <ArrowDown size={16} strokeWidth={1.8} aria-hidden />
      <span className={styles.label}>{t('timeline.toNewest')}</span>
      {unseen > 0 && (
        <span className={styles.count}>
          <span aria-hidden>{formats.number(unseen)}</span>
          <span className="visually-hidden">{t('timeline.unseen', { count: unseen })}</span>
        </span>
      )}
    </button>
  )
}
