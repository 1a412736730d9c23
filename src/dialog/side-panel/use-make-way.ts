import { useDialog } from '../state/DialogContext.ts'
import { useSearchOpen } from '../state/search-open.ts'
import { useSideRoom } from './SidePanel.tsx'

/** Closes a panel that lies over the messages, for whoever leads to one of them; beside them it stays. */
export function useMakeWay(): () => void {
  const searchOpen = useSearchOpen()
  const { panelOpen } = useDialog()
  const { hasRoom } = useSideRoom()
  return () => {
    if (!hasRoom) for (const open of [panelOpen, searchOpen]) open.set(false)
  }
}
