import { ArrowDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { History } from '~/domain/history/history'
import type { Cell } from '~/lib/Cell'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { useCellInTurn } from '~/ui/use-cell'
import type { ListView } from '../scroll/list-view.ts'
import styles from './FloatingButton.module.css'

interface JumpToLatestProps {
  readonly view: Cell<ListView>
  readonly history: History
  readonly onClick: () => void
}

/** The button to the latest message, for a reader who is elsewhere, with the number of messages that have arrived since. */
export function JumpToLatest({ view, history, onClick }: JumpToLatestProps) {
  const t = useText()
  const formats = useFormats()
  const { atEnd } = useCellInTurn(view)
  const unseen = useUnseen(history, atEnd)
  if ((atEnd && history.newer === null) || history.messages.length === 0) return null
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

/** Messages that have arrived since the reader was last at the end. */
function useUnseen(history: History, atEnd: boolean): number {
  const newest = history.newer === null ? (history.messages.at(-1)?.id ?? 0) : null
  const [seen, setSeen] = useState(newest)
  useEffect(() => {
    if (newest !== null && (atEnd || seen === null)) setSeen(newest)
  }, [newest, atEnd, seen])
  if (seen === null || atEnd) return 0
  let count = 0
  for (let at = history.messages.length - 1; at >= 0 && (history.messages[at]?.id ?? 0) > seen; at--) count++
  return count
}
