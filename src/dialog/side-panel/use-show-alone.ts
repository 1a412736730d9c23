import { useFilter } from '../state/filter.ts'
import { useMakeWay } from './use-make-way.ts'

/** Shows some messages alone, in the place of all; a panel that lies over them makes way. */
export function useShowAlone(): (query: string) => void {
  const filter = useFilter()
  const makeWay = useMakeWay()
  return (query) => {
    makeWay()
    filter.set({ query })
  }
}
