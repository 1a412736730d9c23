import { useDialog } from '~/dialog/state/DialogContext'
import { usePortalSession } from '~/dialog/state/PortalSession'
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

  /** What is under way has been broken off, as long as nobody looks at it. */
  #paused = false

  /** Whether that is what is searched for: spaces around it make no other query. */
  isSearched(typed: string): boolean {
    return this.searched.get().typed.trim() === typed.trim()
  }

  /** Ends what is under way, and shows what another query finds. */
  search(typed: string, search: MessageSearch<Hit> | null): void {
    this.pause()
    this.#paused = false
    this.scrolled = 0
    this.chosen.set(null)
    this.searched.set({ typed, search })
    void search?.goOn()
  }

  readonly pause = (): void => {
    const { search } = this.searched.get()
    if (!search?.progress.get().searching) return
    this.#paused = true
    search.stop()
  }

  /** Somebody looks at it again. What the reader has stopped stays stopped. */
  readonly resume = (): void => {
    if (!this.#paused) return
    this.#paused = false
    void this.searched.get().search?.goOn()
  }
}

/** How the searches of all dialogs were left. */
class SearchStates {
  readonly #states = new Map<DialogId, SearchState>()

  of(dialogId: DialogId): SearchState {
    return getOrMake(this.#states, dialogId, () => new SearchState())
  }

  readonly stop = (): void => {
    for (const state of this.#states.values()) state.pause()
  }
}

/** How the search of the present dialog was left. */
export const useSearchState = (): SearchState =>
  usePortalSession()
    .only(SearchStates, () => new SearchStates())
    .of(useDialog().id)
