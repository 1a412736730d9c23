import type { History } from './history.ts'
import type { UserId } from './ids.ts'
import type { User } from './user.ts'

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
    for (const id of message.likes) want(id)
    if (message.text.includes('[')) for (const [, id] of message.text.matchAll(MENTION)) want(Number(id))
  }
  return [...missing].sort((a, b) => a - b)
}

const sameUser = (before: User, after: User): boolean => {
  const keys = Object.keys(after) as (keyof User)[]
  return keys.length === Object.keys(before).length && keys.every((key) => before[key] === after[key])
}

/** Whether `known` tells all that `users` does, so that whoever shows them need not be drawn anew. */
export function coversUsers(known: History['users'], users: History['users']): boolean {
  if (known === users) return true
  for (const [id, user] of users) {
    const before = known.get(id)
    if (!before || !sameUser(before, user)) return false
  }
  return true
}
