import { sameByKeys } from '~/lib/same-by-keys'
import type { History } from '../history/history.ts'
import type { UserId } from '../ids.ts'
import type { Contacts, People, User } from './user.ts'

export type FindUser = (id: UserId) => User | undefined

/** All but when they were last online, which differs with every page and is no reason to render every row again. */
const sameContacts = (before: Contacts, after: Contacts): boolean =>
  sameByKeys(before, after, { lastActiveAt: () => true, phones: () => before.phones.join('\n') === after.phones.join('\n') })

const sameUser = (before: User | undefined, after: User | undefined): boolean =>
  before === after || (!!before && !!after && sameByKeys(before, after, { contacts: () => sameContacts(before.contacts, after.contacts) }))

/**
 * Finds users by id. Every page brings people, known ones again and others for the first time, and every row asks for
 * some: the function is another one only if an answer that it has given would be another, so that nothing is
 * rendered again for people whom nobody has asked for.
 */
export class UserFinder {
  #users: History['users'] = new Map()
  #people: People | undefined
  #answers: ReadonlyMap<UserId, User | undefined> = new Map()
  #find = this.#remembering()

  /**
   * The function to be used from now on; those that were returned before know the same people.
   * @param users whom the history describes; undefined while it loads, when those of before stay known
   * @param people whom the portal has described besides
   */
  among(users: History['users'] | undefined, people: People | undefined): FindUser {
    this.#users = users ?? this.#users
    this.#people = people
    if ([...this.#answers].some(([id, answer]) => !sameUser(answer, this.#search(id)))) this.#find = this.#remembering()
    return this.#find
  }

  #search(id: UserId): User | undefined {
    return this.#users.get(id) ?? this.#people?.[id] ?? undefined
  }

  #remembering(): FindUser {
    const answers = new Map<UserId, User | undefined>()
    this.#answers = answers
    return (id) => {
      const user = this.#search(id)
      answers.set(id, user)
      return user
    }
  }
}
