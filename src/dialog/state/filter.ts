import type { DialogId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import { getOrMake } from '~/lib/get-or-make'
import { useDialog } from './DialogContext.ts'
import { usePortalSession } from './PortalSession.ts'

/** Messages that are shown alone, in the place of all. */
export interface Filter {
  /** What they have to be, as one would type it into the search. */
  readonly query: string
}

/** Of one dialog. */
class DialogFilter {
  readonly wanted = new Cell<Filter | null>(null)
  /** Whether its messages are those to be seen: a jump shows all of them, and Back leads to the filter again. */
  readonly isShown = new Cell(false)
}

/** By what the messages of each dialog are filtered. */
class Filters {
  readonly #filters = new Map<DialogId, DialogFilter>()

  of(dialogId: DialogId): DialogFilter {
    return getOrMake(this.#filters, dialogId, () => new DialogFilter())
  }
}

const useDialogFilter = (): DialogFilter =>
  usePortalSession()
    .only(Filters, () => new Filters())
    .of(useDialog().id)

/** By what the messages of the present dialog are filtered; whoever sets it has them shown alone. Null while all are shown. */
export const useFilter = (): Cell<Filter | null> => useDialogFilter().wanted

/** Whether some messages of the present dialog are to be seen alone. */
export const useFilterShown = (): Cell<boolean> => useDialogFilter().isShown
