import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Watched } from '~/lib/Cell'

/** What is watched, such as a cell; the component renders again when it changes. */
export const useCell = <T>(cell: Watched<T>): T => useSyncExternalStore(cell.subscribe, cell.get)

/**
 * The same for what changes while the reader scrolls. `useSyncExternalStore` renders synchronously and flushes pending
 * work with it, within the frame; state set from a subscription does not.
 */
export function useCellInTurn<T>(cell: Watched<T>): T {
  const [value, setValue] = useState(cell.get)
  useEffect(() => {
    const take = () => setValue(() => cell.get())
    take()
    return cell.subscribe(take)
  }, [cell])
  return value
}
