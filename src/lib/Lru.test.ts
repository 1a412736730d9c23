import fc from 'fast-check'
import { expect, it } from 'vitest'
import { getOrMake } from './get-or-make.ts'
import { Lru } from './Lru.ts'

it('holds what was used last, with its last value, and lets go what was not', () => {
  const uses = fc.array(fc.record({ key: fc.nat({ max: 20 }), value: fc.option(fc.nat()) }), { maxLength: 200 })
  fc.assert(
    fc.property(uses, fc.integer({ min: 1, max: 6 }), (steps, max) => {
      const lru = new Lru<number, number>(max)
      /** All that was ever set, the last used last. */
      let used: readonly (readonly [number, number])[] = []
      for (const { key, value } of steps) {
        const last = used.find(([known]) => known === key)?.[1]
        const held = value === null ? lru.get(key) : value
        if (value !== null) lru.set(key, value)
        else if (used.slice(-max).some(([known]) => known === key)) expect(held).toBe(last)
        else if (held !== undefined) expect(held).toBe(last)
        if (held !== undefined) used = [...used.filter(([known]) => known !== key), [key, held]]
      }
      const still = used.filter(([key]) => lru.get(key) !== undefined)
      expect(still.length).toBeLessThanOrEqual(2 * max)
    }),
  )
})

it('holds a value that is false, empty or zero', () => {
  const lru = new Lru<string, boolean | string | number>(3)
  let made = 0
  for (const value of [false, '', 0]) {
    for (let turn = 0; turn < 2; turn++)
      expect(
        getOrMake(lru, String(value), () => {
          made++
          return value
        }),
      ).toBe(value)
  }
  expect(made).toBe(3)
})
