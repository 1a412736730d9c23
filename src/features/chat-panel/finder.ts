/** A filter for items whose text contains what the reader typed; an empty query matches all. */
export function finder<T>(find: string, wordsOf: (item: T) => string): (item: T) => boolean {
  const wanted = find.trim().toLocaleLowerCase()
  return (item) => wanted === '' || wordsOf(item).toLocaleLowerCase().includes(wanted)
}
