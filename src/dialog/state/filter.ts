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

/** By what the messages of each dialog are filtered. */
class Filters {
  readonly #filters = new Map<DialogId, Cell<Filter | null>>()

  of(dialogId: DialogId): Cell<Filter | null> {
    return getOrMake(this.#filters, dialogId, () => new Cell<Filter | null>(null))
  }
}

/** By what the messages of the present dialog are filtered; whoever sets it has them shown alone. Null while all are shown. */
export const useFilter = (): Cell<Filter | null> =>
  usePortalSession()
    .only(Filters, () => new Filters())
    .of(useDialog().id)
