import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { UserId } from '../ids.ts'
import type { User } from './user.ts'
import { UserFinder } from './UserFinder.ts'

const userWith = (id: number, facts: Partial<User> = {}): User => ({
  id: id as UserId,
  name: `Person ${id}`,
  position: '',
  color: null,
  avatarUrl: null,
  active: true,
  kind: 'user',
  contacts: { email: '', phones: ['1', '2'], website: null, lastActiveAt: 1, absentUntil: null },
  ...facts,
})
const among = (...users: User[]) => new Map(users.map((user) => [user.id, user]))
const [anna, boris] = [userWith(1), userWith(2)]

describe('the function that finds users', () => {
  test('stays when a page brings people whom nobody has asked for, and finds them', () => {
    const finder = new UserFinder()
    const find = finder.among(among(anna), {})
    expect(find(anna.id)).toBe(anna)
    expect(finder.among(among(anna, boris), {})).toBe(find)
    expect(find(boris.id)).toBe(boris)
  })

  test('stays when somebody was online meanwhile, or is described again with the same words', () => {
    const finder = new UserFinder()
    const find = finder.among(among(anna), {})
    find(anna.id)
    const again = userWith(1, { contacts: { ...anna.contacts, phones: ['1', '2'], lastActiveAt: 2 } })
    expect(finder.among(among(again), {})).toBe(find)
    expect(find(anna.id)).toBe(again)
  })

  test.each([
    ['a name', { name: 'Anna' }],
    ['a telephone', { contacts: { ...anna.contacts, phones: ['1', '3'] } }],
    ['an absence', { contacts: { ...anna.contacts, absentUntil: 5 } }],
  ])('is another one when %s has changed of somebody who was asked for', (_, facts) => {
    const finder = new UserFinder()
    const find = finder.among(among(anna), {})
    find(anna.id)
    const next = finder.among(among(userWith(1, facts)), {})
    expect(next).not.toBe(find)
    expect(next(anna.id)).toMatchObject(facts)
  })

  test('is another one when somebody who was asked for in vain becomes known, by a page or by the portal', () => {
    const finder = new UserFinder()
    const inVain = finder.among(among(anna), {})
    inVain(boris.id)
    const found = finder.among(among(anna, boris), {})
    expect(found).not.toBe(inVain)
    found(3 as UserId)
    expect(finder.among(among(anna, boris), { 3: null })).toBe(found)
    expect(finder.among(among(anna, boris), { 3: userWith(3) })).not.toBe(found)
  })

  test('knows the people of before while another window loads', () => {
    const finder = new UserFinder()
    const find = finder.among(among(anna), {})
    expect(finder.among(undefined, {})).toBe(find)
    expect(find(anna.id)).toBe(anna)
  })

  test('is another one exactly if an answer that it has given would be another', () => {
    const person = fc.record({ id: fc.integer({ min: 1, max: 4 }), name: fc.constantFrom('A', 'B') })
    const page = fc.record({ users: fc.array(person), asked: fc.array(fc.integer({ min: 1, max: 4 })) })
    fc.assert(
      fc.property(fc.array(page), (pages) => {
        const finder = new UserFinder()
        let find = finder.among(new Map(), {})
        let answers = new Map<number, string | undefined>()
        for (const { users, asked } of pages) {
          const known = among(...users.map(({ id, name }) => userWith(id, { name })))
          const next = finder.among(known, {})
          const isOther = [...answers].some(([id, name]) => known.get(id as UserId)?.name !== name)
          expect(next !== find).toBe(isOther)
          if (isOther) answers = new Map()
          find = next
          for (const id of asked) answers.set(id, find(id as UserId)?.name)
        }
      }),
    )
  })
})
