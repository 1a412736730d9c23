/**
 * Whether two records agree in every key that either of them has. A key not listed in `by` agrees
 * when its values are identical, so a field added to a record later is compared too.
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
