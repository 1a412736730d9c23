const MAX_KNOWN = 2_000

/** The function, with what it gave for a text kept; for those that are asked for the same few texts for every row. */
export function memoizeByText<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = compute(text)
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(text, value)
    return value
  }
}
