import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Cell } from '~/lib/Cell'

/** The value of a cell; what shows it is drawn anew when it changes. */
export const useCell = <T>(cell: Cell<T>): T => useSyncExternalStore(cell.subscribe, cell.get)

/**
 * The same for what changes while the reader scrolls. A store is drawn at once, and whatever else waits for its turn is
 * drawn with it, within the frame: this waits for its turn, too.
 */
export function useCellInTurn<T>(cell: Cell<T>): T {
  const [value, setValue] = useState(cell.get)
  useEffect(() => {
    const take = () => setValue(() => cell.get())
    take()
    return cell.subscribe(take)
  }, [cell])
  return value
}
