import type { History } from '../history/history.ts'
import type { User } from './user.ts'

/** All but when they were last online, which differs with every page and is no reason to render every row again. */
const written = (user: User): string => JSON.stringify({ ...user, contacts: { ...user.contacts, lastActiveAt: null } })

const sameUser = (before: User, after: User): boolean => before === after || written(before) === written(after)

/** Whether `known` already holds everything in `users`, so that what shows them need not render again. */
export function coversUsers(known: History['users'], users: History['users']): boolean {
  if (known === users) return true
  for (const [id, user] of users) {
    const before = known.get(id)
    if (!before || !sameUser(before, user)) return false
  }
  return true
}
