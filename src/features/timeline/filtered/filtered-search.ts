import type { DialogId } from '~/domain/ids'
import type { Anchor, LeftPlace } from '~/domain/history/place'
import type { KeptMessage } from '~/domain/history/filtered'
import type { WindowStart } from '~/domain/history/cursor'
import type { Condition } from '~/domain/search/query'
import type { Keep } from '~/dialog/finding/use-make-search'
import { useDialog } from '~/dialog/state/DialogContext'
import type { Filter } from '~/dialog/state/filter'
import { usePortalSession } from '~/dialog/state/PortalSession'
import type { TimelineView } from '~/dialog/state/timeline-view'
import { Cell } from '~/lib/Cell'
import { getOrMake } from '~/lib/get-or-make'
import type { Returning } from '~/navigation/BackStack'
import type { MessageSearch } from '~/queries/MessageSearch'

/** Messages that are shown alone: what they are, and where that was asked for. */
export interface FilteredSearch {
  /** What it was asked for by. */
  readonly wanted: Filter
  readonly conditions: readonly Condition[]
  readonly search: MessageSearch<KeptMessage>
  /** Of the browser's history. */
  readonly entry: string
  /** Where the reader was among all messages. */
  readonly left: LeftPlace
  /** What showed them. */
  readonly before: TimelineView | null
  /** Names the window of what is shown. */
  readonly start: WindowStart
  /** Its entry of the browser's history is kept while another chat is read. */
  readonly returning: Returning
  readonly reading: FilterReading
}

/** How it was left. */
export interface FilterReading {
  /** Where the reader is among what was found; null before anything was read. */
  anchor: Anchor | null
  /** Whether nobody looks at it, and it was still searching. */
  isPaused: boolean
}

/** What is shown alone in each dialog, also while another one is read. */
class FilteredSearches {
  readonly #of = new Map<DialogId, Cell<FilteredSearch | null>>()

  of(dialogId: DialogId): Cell<FilteredSearch | null> {
    return getOrMake(this.#of, dialogId, () => new Cell<FilteredSearch | null>(null))
  }
}

/** What is shown alone in the present dialog; null while all messages are. */
export const useFilteredSearch = (): Cell<FilteredSearch | null> =>
  usePortalSession()
    .only(FilteredSearches, () => new FilteredSearches())
    .of(useDialog().id)

/** Nobody looks at what is found any more, or somebody does again. */
export const pauseSearch = ({ search, reading }: FilteredSearch): void => {
  reading.isPaused = search.progress.get().searching
  search.stop()
}

export const resumeSearch = ({ search, reading }: FilteredSearch): void => {
  if (reading.isPaused) void search.goOn()
  reading.isPaused = false
}

/** All of a message, for it is shown as it is. */
export const keepWhole: Keep<KeptMessage> = ({ message, files }, { users, facts, answered }) => {
  const own = facts.get(message.id)
  const replyTo = own?.replyTo ?? message.replyTo
  return {
    id: message.id,
    message,
    author: users.get(message.authorId),
    files,
    facts: own,
    answered: replyTo === null ? undefined : answered.get(replyTo),
  }
}
