import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fakeMessage } from '~/testing/fake-message'
import type { MessageId } from '../ids.ts'
import type { Message } from '../message/message.ts'
import { nearestBeyond, type Side } from './beyond.ts'

const chats = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 })
const messagesOf = (ids: readonly number[]): Message[] => ids.map((id) => fakeMessage(id, null))
/** Of every third message. */
const isWanted = ({ id }: Message) => id % 3 === 0

it('the nearest wanted message is found, in whatever order they are and whether or not the place is one of them', () => {
  fc.assert(
    fc.property(
      chats,
      fc.integer({ min: 0, max: 61 }),
      fc.boolean(),
      fc.constantFrom<Side>('older', 'newer'),
      (ids, at, including, side) => {
        const found = nearestBeyond(messagesOf(ids), { id: at as MessageId, including, side }, isWanted)?.id ?? null
        const beyond = ids.filter(
          (id) => (id % 3 === 0 && (side === 'older' ? id < at : id > at)) || (including && id === at && id % 3 === 0),
        )
        const nearest = beyond.length === 0 ? null : side === 'older' ? Math.max(...beyond) : Math.min(...beyond)
        expect(found).toBe(nearest)
      },
    ),
  )
})

it('from one end, steps come by every wanted message once and in order, and back by the same ones', () => {
  fc.assert(
    fc.property(chats, (ids) => {
      const messages = messagesOf(ids)
      const walk = (side: Side, id: number): number[] => {
        const next = nearestBeyond(messages, { id: id as MessageId, including: false, side }, isWanted)
        return next ? [next.id, ...walk(side, next.id)] : []
      }
      const down = walk('newer', 0)
      expect(down).toEqual(ids.filter((id) => id % 3 === 0).toSorted((a, b) => a - b))
      expect(walk('older', 61)).toEqual(down.toReversed())
    }),
  )
})
