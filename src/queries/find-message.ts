import { partialMatchKey, type QueryClient } from '@tanstack/react-query'
import type { DialogId, MessageId } from '~/domain/ids'
import type { TextMessage } from '~/domain/message/message'
import type { User } from '~/domain/people/user'
import type { RestClient } from '~/rest/client/client'
import { enrichmentOf, enrichmentQuery } from './enrichment.ts'
import { historyKey } from './history.ts'
import { windowsOf } from './loaded-windows.ts'

/** A message that a loaded window holds. */
export interface FoundMessage {
  /** As its page has it. */
  readonly message: TextMessage
  /** Its author, where the page includes them. */
  readonly author: User | undefined
  /** What it answers, also where that was learned later. */
  readonly replyTo: MessageId | null
}

/** A message of a dialog that some window holds; null when none does. */
export function findMessage(queryClient: QueryClient, client: RestClient, dialogId: DialogId, id: MessageId): FoundMessage | null {
  for (const page of windowsOf(queryClient, client, dialogId).flatMap(({ pages }) => pages)) {
    const message = page.messages.find((candidate) => candidate.id === id)
    if (!message || message.kind === 'unknown') continue
    const facts = enrichmentOf({ queryClient, client, dialogId }).facts[id]
    return { message, author: page.users.find((user) => user.id === message.authorId), replyTo: facts?.replyTo ?? message.replyTo }
  }
  return null
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
