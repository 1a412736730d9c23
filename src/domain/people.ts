import type { History } from './history.ts'
import type { User } from './user.ts'

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
