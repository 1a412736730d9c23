import type { History } from '../history/history.ts'
import type { UserId } from '../ids.ts'

/**
 * Mentions as written. The markup tree belongs to a higher layer and would cost more; for a mention inside code
 * a person is looked up needlessly, nothing worse.
 */
const MENTION = /\[user=(\d{1,15})/gi

/** People whom a history refers to and none of its pages describes: authors, mentioned, likers, notified. Ascending. */
export function missingPeople(history: History): UserId[] {
  const missing = new Set<UserId>()
  const want = (id: number) => {
    if (id > 0 && !history.users.has(id as UserId)) missing.add(id as UserId)
  }
  for (const message of history.messages) {
    if (message.kind === 'unknown') continue
    want(message.authorId)
    for (const { userIds } of message.reactions) for (const id of userIds) want(id)
    want(message.forwarded?.authorId ?? 0)
    for (const id of message.event?.notified ?? []) want(id)
    if (message.text.includes('[')) for (const [, id] of message.text.matchAll(MENTION)) want(Number(id))
  }
  return [...missing].sort((a, b) => a - b)
}
