/**
 * A hash of whole numbers to 0 … 2³²−1: the same arguments always give the same value, so message n
 * can be computed from n alone.
 */
export function hash(...parts: readonly number[]): number {
  let h = 0x811c9dc5
  for (const part of parts) {
    h ^= part | 0
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
    h ^= h >>> 16
    h = (h + 0x9e3779b9) | 0
  }
  return h >>> 0
}

/** A number in 0 (included) … 1 (excluded). */
export const unit = (...parts: readonly number[]): number => hash(...parts) / 2 ** 32

/** One of `choices`, which must not be empty. */
export function pick<T>(choices: readonly T[], ...parts: readonly number[]): T {
  return choices[hash(...parts) % choices.length] as T
}
