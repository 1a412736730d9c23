import { useDialog } from '~/dialog/DialogContext'
import { usePortalSession } from '~/dialog/PortalSession'
import type { DialogId, MessageId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import { getOrMake } from '~/lib/get-or-make'
import type { MessageSearch } from '~/queries/MessageSearch'
import type { Hit } from './hit.ts'

/** A query that is searched by. */
interface Searched {
  readonly typed: string
  /** Null where there is nothing to look for. */
  readonly search: MessageSearch<Hit> | null
}

/** How the search of a dialog was left: it is found like that after every jump, and when it is opened again. */
export class SearchState {
  /** What stands in the box. */
  readonly typed = new Cell('')
  readonly searched = new Cell<Searched>({ typed: '', search: null })
  /** The hit that was gone to last. */
  readonly chosen = new Cell<MessageId | null>(null)
  /** Whether the row of conditions to choose from is shown. */
  readonly choosing = new Cell(false)
  /** How far the list is scrolled, px. */
  scrolled = 0

  /** Ends what is under way, and shows what another query finds. */
  search(typed: string, search: MessageSearch<Hit> | null): void {
    this.stop()
    this.scrolled = 0
    this.chosen.set(null)
    this.searched.set({ typed, search })
    void search?.goOn()
  }

  readonly stop = (): void => this.searched.get().search?.stop()
}

/** How the searches of all dialogs were left. */
class SearchStates {
  readonly #states = new Map<DialogId, SearchState>()

  of(dialogId: DialogId): SearchState {
    return getOrMake(this.#states, dialogId, () => new SearchState())
  }

  readonly stop = (): void => {
    for (const state of this.#states.values()) state.stop()
  }
}

/** How the search of the present dialog was left. */
export const useSearchState = (): SearchState =>
  usePortalSession()
    .only(SearchStates, () => new SearchStates())
    .of(useDialog().id)
