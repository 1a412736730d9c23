import type { LeftPlace } from '~/domain/history/place'
import type { KeptMessage } from '~/domain/history/filtered'
import type { WindowStart } from '~/domain/history/cursor'
import type { Condition } from '~/domain/search/query'
import type { Keep } from '~/dialog/finding/use-make-search'
import type { TimelineView } from '~/dialog/state/timeline-view'
import type { MessageSearch } from '~/queries/MessageSearch'

/** Messages that are shown alone: what they are, and where that was asked for. */
export interface FilteredSearch {
  readonly query: string
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
