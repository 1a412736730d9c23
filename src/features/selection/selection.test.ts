import { describe, expect, it } from 'vitest'
import type { History } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'
import { fakeMessage } from '~/testing/fake-message'
import { neighbourOf, selectedOf } from './selection.ts'

const ids = (...numbers: number[]) => numbers as MessageId[]
const history = { messages: [2, 3, 5, 8, 9].map((id) => fakeMessage(id, 0)) } as unknown as History
const selected = (anchor: number, head: number) =>
  selectedOf(history, { anchor: anchor as MessageId, head: head as MessageId }).map(({ id }) => id)

describe('a selection', () => {
  it('holds what stands between its ends, in whichever direction it was made', () => {
    expect(selected(3, 8)).toEqual([3, 5, 8])
    expect(selected(8, 3)).toEqual([3, 5, 8])
    expect(selected(5, 5)).toEqual([5])
  })

  it('goes on to the message beside a row, of however many messages that consists', () => {
    expect(neighbourOf(history, ids(3), 1)).toBe(5)
    expect(neighbourOf(history, ids(3), -1)).toBe(2)
    expect(neighbourOf(history, ids(3, 5, 8), 1)).toBe(9)
    expect(neighbourOf(history, ids(3, 5, 8), -1)).toBe(2)
  })

  it('ends where nothing more is loaded', () => {
    expect(neighbourOf(history, ids(2), -1)).toBeNull()
    expect(neighbourOf(history, ids(9), 1)).toBeNull()
    expect(neighbourOf(history, ids(7), 1)).toBeNull()
  })
})
