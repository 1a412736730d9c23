/** A tag or a node of a tree: the parts of lists and tables are recognised by name. */
interface Named {
  readonly name: string | null
}

const MAX_ITEMS = 200
const MAX_ROWS = 200
const MAX_COLUMNS = 24

/** What stands in each item of a `[LIST]`; what stands before the first is no part of it. */
export function itemsOf<T extends Named>(children: readonly T[]): T[][] {
  const items: T[][] = []
  for (const child of children) {
    if (child.name === '*') items.push([])
    else items.at(-1)?.push(child)
  }
  return items.slice(0, MAX_ITEMS)
}

type Parent<T> = Extract<T, { readonly children: readonly unknown[] }>

const named = <T extends Named>(children: readonly T[], names: readonly string[], most: number): Parent<T>[] =>
  children.filter((child): child is Parent<T> => child.name !== null && names.includes(child.name)).slice(0, most)

/** The rows of a `[TABLE]`; what stands between them is no part of it. */
export const rowsOf = <T extends Named>(children: readonly T[]): Parent<T>[] => named(children, ['tr'], MAX_ROWS)

/** The cells of a `[TR]`. */
export const cellsOf = <T extends Named>(children: readonly T[]): Parent<T>[] => named(children, ['th', 'td'], MAX_COLUMNS)
