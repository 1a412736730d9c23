import type { DialogId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import { getOrMake } from '~/lib/get-or-make'
import { useDialog } from './DialogContext.ts'
import { usePortalSession } from './PortalSession.ts'

/** Whether the search of each dialog is to be seen. */
class OpenSearches {
  readonly #open = new Map<DialogId, Cell<boolean>>()

  of(dialogId: DialogId): Cell<boolean> {
    return getOrMake(this.#open, dialogId, () => new Cell(false))
  }
}

/** Whether the search of the present dialog is to be seen. */
export const useSearchOpen = (): Cell<boolean> =>
  usePortalSession()
    .only(OpenSearches, () => new OpenSearches())
    .of(useDialog().id)
