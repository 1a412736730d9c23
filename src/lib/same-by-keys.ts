/**
 * Whether two records agree in every key that either of them has. A key of which nothing else is said in `by` agrees
 * when its values are the same: what is added to a record later is compared without being listed here.
 */
export function sameByKeys<T extends object>(
  before: T,
  after: T,
  by: { readonly [K in keyof T]?: (before: T, after: T) => boolean } = {},
): boolean {
  if (before === after) return true
  const keys = Object.keys(after) as (keyof T)[]
  return keys.length === Object.keys(before).length && keys.every((key) => by[key]?.(before, after) ?? Object.is(before[key], after[key]))
}
