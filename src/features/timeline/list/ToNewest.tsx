import { useEffect, useState } from 'react'
import type { History } from '~/domain/history'
import { useCellInTurn } from '~/ui/use-cell'
import { NewestButton } from './NewestButton.tsx'
import type { ViewStore } from '../scroll/view-store.ts'

interface ToNewestProps {
  readonly view: ViewStore
  readonly history: History
  readonly onClick: () => void
}

/** The way to the newest message, for a reader who is elsewhere. */
export function ToNewest({ view, history, onClick }: ToNewestProps) {
  const { atEnd } = useCellInTurn(view)
  const unseen = useUnseen(history, atEnd)
  if ((atEnd && history.newer === null) || history.messages.length === 0) return null
  return <NewestButton unseen={unseen} onClick={onClick} />
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
