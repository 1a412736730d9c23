import { useSyncExternalStore } from 'react'
import type { Cell } from '~/lib/cell'

/** The value of a cell; what shows it is drawn anew when it changes. */
export const useCell = <T>(cell: Cell<T>): T => useSyncExternalStore(cell.subscribe, cell.get)
