import { useDialog } from '../state/DialogContext.ts'
import { useFilter } from '../state/filter.ts'
import { useSearchOpen } from '../state/search-open.ts'
import { useSideRoom } from './SidePanel.tsx'

/** Shows some messages alone, in the place of all; a panel that lies over them makes way. */
export function useShowAlone(): (query: string) => void {
  const filter = useFilter()
  const searchOpen = useSearchOpen()
  const { panelOpen } = useDialog()
  const { hasRoom } = useSideRoom()
  return (query) => {
    if (!hasRoom) for (const open of [panelOpen, searchOpen]) open.set(false)
    filter.set({ query })
  }
}
