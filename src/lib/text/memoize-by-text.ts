import { getOrMake } from '../get-or-make.ts'
import { Lru } from '../Lru.ts'

/** The function with its recent results kept by text; for functions that every row calls with the same few texts. */
export function memoizeByText<T extends {}>(compute: (text: string) => T): (text: string) => T {
  const known = new Lru<string, T>(2_000)
  return (text) => getOrMake(known, text, () => compute(text))
}
