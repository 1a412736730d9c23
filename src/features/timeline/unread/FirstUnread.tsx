import { ArrowUp } from 'lucide-react'
import { useStepping } from '~/dialog/stepping/Stepping'
import type { History } from '~/domain/history/history'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import styles from '../list/FloatingButton.module.css'
import { useUnreadAbove } from './use-unread-above.ts'

/** The button to the first unread message, for as long as that is above what is in sight. */
export function FirstUnread({ history }: { readonly history: History }) {
  const t = useText()
  const formats = useFormats()
  const { wish } = useStepping()
  const { isAbove, count } = useUnreadAbove(history)
  if (!isAbove) return null
  return (
    <button
      type="button"
      className={styles.button}
      onClick={() => wish.set({ steps: { of: 'unread' }, side: 'older', from: null, focus: true })}
    >
      <ArrowUp size={16} strokeWidth={1.8} aria-hidden />
      <span className={styles.label}>{t('unread.first')}</span>
      {count !== null && (
        <span className={styles.count}>
          <span aria-hidden>{formats.number(count)}</span>
          <span className="visually-hidden">{t('unread.count', { count })}</span>
        </span>
      )}
    </button>
  )
}
