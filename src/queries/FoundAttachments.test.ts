import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FoundAttachments } from './FoundAttachments.ts'

interface Entry {
  readonly id: number
  readonly version: number
}

const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id)

it('a scan in both directions, with what vanishes and changes meanwhile, stays in order, bounded, and holds the newest of what was found', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('older' as const), count: fc.nat(8) }),
    fc.record({ kind: fc.constant('newer' as const), count: fc.nat(8) }),
    fc.record({ kind: fc.constant('gone' as const), every: fc.integer({ min: 2, max: 5 }) }),
    fc.record({ kind: fc.constant('changed' as const), at: fc.nat(40) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.integer({ min: 1, max: 30 }), (steps, max) => {
      const found = new FoundAttachments<Entry>(max, ({ id }) => id)
      let known = new Map<number, Entry>()
      let [oldest, newest] = [1_000, 999]
      let isFull = false
      for (const [version, { kind, ...more }] of steps.entries()) {
        const entry = (id: number): Entry => ({ id, version })
        if (kind === 'older' && !isFull && 'count' in more) {
          const added = Array.from({ length: Math.min(more.count, max - known.size) }, (_, at) => entry(oldest - more.count + at)).filter(
            ({ id }) => id < oldest,
          )
          found.addOlder(added)
          for (const one of added) known.set(one.id, one)
          oldest -= more.count
        } else if (kind === 'newer' && 'count' in more) {
          const added = Array.from({ length: more.count }, (_, at) => entry(newest + 1 + at))
          const hadToDrop = found.addNewer(added)
          for (const one of added) known.set(one.id, one)
          newest += more.count
          expect(hadToDrop).toBe(known.size > max)
          isFull ||= hadToDrop
          known = new Map([...known].toSorted(([a], [b]) => b - a).slice(0, max))
        } else if (kind === 'gone' && 'every' in more) {
          found.remove((id) => id % more.every === 0)
          for (const id of known.keys()) if (id % more.every === 0) known.delete(id)
        } else if (kind === 'changed' && 'at' in more) {
          const id = oldest + more.at
          expect(found.replace(entry(id))).toBe(known.has(id))
          if (known.has(id)) known.set(id, entry(id))
        }
        const expected = [...known.values()].toSorted((a, b) => b.id - a.id)
        expect(found.mergedWith([])).toEqual(expected)
        expect(found.size).toBe(expected.length)
        expect(found.oldest).toEqual(expected.at(-1))
        for (const { id } of expected) expect(found.has(id)).toBe(true)
      }
    }),
  )
})

it('others are put where they belong, each once', () => {
  const found = new FoundAttachments<Entry>(100, ({ id }) => id)
  found.addOlder([4, 6, 8].map((id) => ({ id, version: 1 })))
  const others = [9, 3, 6, 5].map((id) => ({ id, version: 2 }))
  expect(ids(found.mergedWith(others))).toEqual([9, 8, 6, 5, 4, 3])
  expect(found.mergedWith(others).find(({ id }) => id === 6)?.version).toBe(1)
})
