import type { History } from './history.ts'
import type { UserId } from './ids.ts'

/**
 * Mentions as they are written. The tree of the markup lies above this layer, and would cost more: where code holds a mention,
 * somebody is asked for in vain, and nothing else.
 */
const MENTION = /\[user=(\d{1,15})/gi

/** People that a history speaks of and that none of its pages brought: authors, mentioned ones, likers. Ascending. */
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
    if (message.text.includes('[')) for (const [, id] of message.text.matchAll(MENTION)) want(Number(id))
  }
  return [...missing].sort((a, b) => a - b)
}
