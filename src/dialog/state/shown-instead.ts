import type { EntryDestination } from '~/domain/history/destination'
import type { WindowStart } from '~/domain/history/cursor'
import type { LeftPlace, Place } from '~/domain/history/place'
import type { MessageId } from '~/domain/ids'
import { useCell } from '~/ui/use-cell'
import type { OpenDialog } from './OpenDialog.ts'
import type { HistoryWindow } from '../useHistoryWindow.ts'

/** What the timeline shows instead of the window that the present place leads to. */
export interface ShownInstead {
  /** Of the browser's history: a jump leaves it, and Back comes back to it. */
  readonly entry: string
  /** Where the reader is in that window meanwhile; absent while it is shown after all. */
  readonly left?: LeftPlace
  readonly timeline: {
    readonly destination: EntryDestination
    readonly place: Place
    /** Absent for the window itself, at another place. */
    readonly loaded?: HistoryWindow
    readonly onJump?: (target: MessageId | null, start: WindowStart) => void
  }
}

/** What is shown instead in an entry; undefined for nothing. */
export function useShownInstead({ instead }: OpenDialog, entry: string): ShownInstead | undefined {
  const shown = useCell(instead)
  return shown?.entry === entry ? shown : undefined
}
