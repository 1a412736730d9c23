import { describe, expect, it } from 'vitest'
import { fakeMessage } from '~/testing/fake-message'
import type { MessageId } from '../ids.ts'
import type { History } from './history.ts'
import { selectedOf, selectOne, selectTo, toggleMessage, type Selection } from './selection.ts'

const history = { messages: [2, 3, 5, 8, 9].map((id) => fakeMessage(id, 0)) } as unknown as History
const id = (number: number) => number as MessageId
const idsOf = (selection: Selection | null) => (selection ? selectedOf(history, selection).map((message) => message.id) : null)
const to = (before: Selection | null, from: number, last: number) => selectTo(history, before, id(from), id(last))

describe('a selection', () => {
  it('holds what stands between its ends, in whichever direction it was made', () => {
    expect(idsOf(to(null, 3, 8))).toEqual([3, 5, 8])
    expect(idsOf(to(null, 8, 3))).toEqual([3, 5, 8])
    expect(idsOf(to(null, 5, 5))).toEqual([5])
  })

  it('turns round its first message when its other end goes to the other side', () => {
    expect(idsOf(to(to(null, 5, 8), 2, 2))).toEqual([2, 3, 5])
  })

  it('grows and shrinks by single messages, and ends with the last one', () => {
    const two = toggleMessage(selectOne(id(8)), id(3))
    expect(idsOf(two)).toEqual([3, 8])
    const one = toggleMessage(two, id(8))
    expect(idsOf(one)).toEqual([3])
    expect(toggleMessage(one, id(3))).toBeNull()
  })

  it('keeps single messages while a range is drawn from the last of them', () => {
    const two = toggleMessage(selectOne(id(2)), id(8))
    expect(idsOf(to(two, 8, 9))).toEqual([2, 8, 9])
    expect(idsOf(to(to(two, 8, 9), 8, 5))).toEqual([2, 5, 8])
  })

  it('has only what is there', () => {
    expect(idsOf(toggleMessage(selectOne(id(4)), id(5)))).toEqual([5])
  })
})
