import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ChatCard } from '~/domain/chat'
import { Cell } from '~/lib/Cell'
import { chatCardQuery } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'
import { useCell } from '~/ui/use-cell'
import { useDialog } from '../state/DialogContext.ts'
import type { OpenDialog } from '../state/OpenDialog.ts'
import { usePortalSession } from '../state/PortalSession.ts'

/** What was unread when a dialog was opened; what comes after that is not. */
export type UnreadAtOpening = Pick<ChatCard, 'unread' | 'lastReadId'>

/** Of each dialog since it was opened: what is shown of it comes and goes meanwhile. */
class AllUnread {
  readonly #of = new WeakMap<OpenDialog, { readonly unread: Cell<UnreadAtOpening | null>; readonly seen: Cell<boolean> }>()

  of(dialog: OpenDialog) {
    const known = this.#of.get(dialog)
    if (known) return known
    const made = { unread: new Cell<UnreadAtOpening | null>(null), seen: new Cell(false) }
    this.#of.set(dialog, made)
    return made
  }
}

/** What was unread when the present dialog was opened, null until that is known; and whether its beginning has been in sight since. */
export function useUnreadAtOpening(): { readonly unread: UnreadAtOpening | null; readonly seen: Cell<boolean> } {
  const dialog = useDialog()
  const { unread, seen } = usePortalSession()
    .only(AllUnread, () => new AllUnread())
    .of(dialog)
  // The header reads it again: what was known before the dialog was opened may be of yesterday.
  const { data, isStale, isFetching } = useQuery({
    ...chatCardQuery(usePortal(), dialog.id),
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchInterval: false,
  })
  useEffect(() => {
    if (data && !isStale && !isFetching && unread.get() === null) unread.set({ unread: data.unread, lastReadId: data.lastReadId })
  }, [data, isStale, isFetching, unread])
  return { unread: useCell(unread), seen }
}
