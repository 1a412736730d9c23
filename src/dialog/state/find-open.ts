import type { DialogId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import { getOrMake } from '~/lib/get-or-make'
import { useDialog } from './DialogContext.ts'
import { usePortalSession } from './PortalSession.ts'

/** Whether the find bar of each dialog is to be seen. */
class OpenFindBars {
  readonly #open = new Map<DialogId, Cell<boolean>>()

  of(dialogId: DialogId): Cell<boolean> {
    return getOrMake(this.#open, dialogId, () => new Cell(false))
  }
}

/** Whether the bar that finds words in what was read of the present dialog is to be seen. */
export const useFindOpen = (): Cell<boolean> =>
  usePortalSession()
    .only(OpenFindBars, () => new OpenFindBars())
    .of(useDialog().id)
