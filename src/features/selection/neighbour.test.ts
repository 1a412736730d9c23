import { describe, expect, it } from 'vitest'
import type { History } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'
import { fakeMessage } from '~/testing/fake-message'
import { neighbourOf } from './neighbour.ts'

const ids = (...numbers: number[]) => numbers as MessageId[]
const history = { messages: [2, 3, 5, 8, 9].map((id) => fakeMessage(id, 0)) } as unknown as History

describe('a selection by keys', () => {
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
