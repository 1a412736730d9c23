import { useDeferredValue, useMemo } from 'react'
import type { WindowStart } from '~/domain/history/cursor'
import type { History } from '~/domain/history/history'
import type { Place } from '~/domain/history/place'

/**
 * A window's history for what lies around its list: it hears of a new page in its turn, when the list has drawn that. Of another
 * place, and of the first messages, it hears at once: a target without the messages around it leads to another one.
 */
export function useHistoryInTurn<Shown extends History | undefined>(start: WindowStart, place: Place, history: Shown): Shown {
  const now = useMemo(() => ({ start, place, history }), [start, place, history])
  const before = useDeferredValue(now)
  const isThere = before.start === start && before.place === place && before.history !== undefined
  return (isThere ? before : now).history
}
