import { getOrMake } from './get-or-make.ts'
import { Lru } from './Lru.ts'

/** The function, with what it gave lately for a text kept; for those that are asked for the same few texts for every row. */
export function memoizeByText<T extends {}>(compute: (text: string) => T): (text: string) => T {
  const known = new Lru<string, T>(2_000)
  return (text) => getOrMake(known, text, () => compute(text))
}
