import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageEdges } from './cursor.ts'
import { mergePages, type MessagePage } from './history.ts'
import type { MessageId } from '../ids.ts'
import type { Message } from '../message/message.ts'

const message = (id: number, sentAt = id): Message => ({ kind: 'unknown', id: id as MessageId, sentAt, utcOffset: null, raw: {} })
const pageOf = (ids: readonly number[], sentAt?: number): MessagePage => {
  const messages = ids.map((id) => message(id, sentAt))
  return { messages, users: [], files: [], chatId: null, lost: 0, ...pageEdges(messages) }
}

const ascending = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 60 }).map((ids) => ids.toSorted((a, b) => a - b))

describe('merging pages', () => {
  it('keeps every message once, ascending by id, whatever the pages and their overlap', () => {
    fc.assert(
      fc.property(fc.array(ascending, { maxLength: 8 }), (pages) => {
        const { messages } = mergePages(pages.map((ids) => pageOf(ids)))
        const ids = messages.map(({ id }) => id as number)
        expect(ids).toEqual([...new Set(pages.flat())].toSorted((a, b) => a - b))
      }),
    )
  })

  it('lets the later page win where two overlap', () => {
    const history = mergePages([pageOf([1, 2], 10), pageOf([2, 3], 20)])
    expect(history.messages.map(({ sentAt }) => sentAt)).toEqual([10, 20, 20])
  })

  it('has the edges of the outermost pages', () => {
    const history = mergePages([{ ...pageOf([1, 2]), older: null }, pageOf([3, 4])])
    expect(history.older).toBeNull()
    expect(history.newer).toEqual({ at: 'newer', than: 4, probes: [3] })
  })

  it('says before which message records without an id were read', () => {
    expect(mergePages([{ ...pageOf([5, 6]), lost: 2 }]).lostBefore).toEqual(new Map([[5, 2]]))
    expect(mergePages([{ ...pageOf([]), lost: 3 }, pageOf([5, 6]), pageOf([7])]).lostBefore).toEqual(new Map([[5, 3]]))
  })
})

describe('the edges of a page', () => {
  it('name the outermost message and some farther inside, nearest first', () => {
    const { older, newer } = pageEdges(pageOf(Array.from({ length: 50 }, (_, n) => n + 1)).messages)
    expect(older).toEqual({ at: 'older', than: 1, probes: [2, 3, 5, 9, 17, 33] })
    expect(newer).toEqual({ at: 'newer', than: 50, probes: [49, 48, 46, 42, 34, 18] })
    expect(pageEdges([])).toEqual({ older: null, newer: null })
  })
})
