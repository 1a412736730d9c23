import { partialMatchKey, type QueryClient } from '@tanstack/react-query'
import type { DialogId, MessageId } from '~/domain/ids'
import type { TextMessage } from '~/domain/message/message'
import type { User } from '~/domain/people/user'
import type { RestClient } from '~/rest/client/client'
import { enrichmentOf } from './change-enrichment.ts'
import { enrichmentQuery } from './enrichment.ts'
import { historyKey } from './history.ts'
import { windowsOf } from './loaded-windows.ts'

/** A message that a loaded window holds, or that a search has returned because others reply to it. */
export interface FoundMessage {
  /** As its page has it. */
  readonly message: TextMessage
  /** Its author, where the page includes them. */
  readonly author: User | undefined
  /** What it answers, also where that was learned later. */
  readonly replyTo: MessageId | null
}

/** A message of a dialog that some window holds, or that others reply to; null when it is neither. */
export function findMessage(queryClient: QueryClient, client: RestClient, dialogId: DialogId, id: MessageId): FoundMessage | null {
  const learned = enrichmentOf({ queryClient, client, dialogId })
  for (const page of windowsOf(queryClient, client, dialogId).flatMap(({ pages }) => pages)) {
    const message = page.messages.find((candidate) => candidate.id === id)
    if (!message || message.kind === 'unknown') continue
    return {
      message,
      author: page.users.find((user) => user.id === message.authorId),
      replyTo: learned.facts[id]?.replyTo ?? message.replyTo,
    }
  }
  const answered = learned.answered[id]
  // What the search has returned once may have been deleted since.
  return answered && !isDeleted(queryClient, client, dialogId, id)
    ? { message: answered.message, author: answered.author ?? undefined, replyTo: answered.message.replyTo }
    : null
}

/**
 * Whether a message has been deleted: a window goes past its place without having it. Null while no window tells, as when the
 * page that had it was dropped.
 */
export function isDeleted(queryClient: QueryClient, client: RestClient, dialogId: DialogId, id: MessageId): boolean | null {
  for (const { pages } of windowsOf(queryClient, client, dialogId)) {
    const ids = pages.flatMap(({ messages }) => messages.map((message) => message.id))
    const [first, last] = [pages[0]?.older === null ? 0 : ids[0], pages.at(-1)?.newer === null ? Infinity : ids.at(-1)]
    if (first !== undefined && last !== undefined && first <= id && id <= last) return !ids.includes(id)
  }
  return null
}

/** Calls whenever the result of `findMessage` or `isDeleted` may have changed. @returns unsubscribes */
export function watchMessages(queryClient: QueryClient, client: RestClient, dialogId: DialogId, listener: () => void): () => void {
  const keys = [historyKey(client, dialogId), enrichmentQuery(client, dialogId).queryKey]
  return queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    if (keys.some((key) => partialMatchKey(event.query.queryKey, key))) listener()
  })
}
