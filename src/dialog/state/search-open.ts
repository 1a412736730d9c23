import type { DialogId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import { getOrMake } from '~/lib/get-or-make'
import { useDialog } from './DialogContext.ts'
import { usePortalSession } from './PortalSession.ts'

/** Of one dialog. */
class OpenSearch {
  /** Whether it is to be seen. */
  readonly open = new Cell(false)
  /** A query that it is asked for; null once it has taken that. */
  readonly asked = new Cell<string | null>(null)
}

/** The searches of all dialogs. */
class OpenSearches {
  readonly #searches = new Map<DialogId, OpenSearch>()

  of(dialogId: DialogId): OpenSearch {
    return getOrMake(this.#searches, dialogId, () => new OpenSearch())
  }
}

const useOpenSearch = (): OpenSearch =>
  usePortalSession()
    .only(OpenSearches, () => new OpenSearches())
    .of(useDialog().id)

/** Whether the search of the present dialog is to be seen. */
export const useSearchOpen = (): Cell<boolean> => useOpenSearch().open

/** A query that the search of the present dialog is asked for, by whoever has one; it takes that and makes it null again. */
export const useAskedSearch = (): Cell<string | null> => useOpenSearch().asked
