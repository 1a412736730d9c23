/** Tells those whose words have in them what the reader looks for; all of them when that is nothing. */
export function finder<T>(find: string, wordsOf: (item: T) => string): (item: T) => boolean {
  const wanted = find.trim().toLocaleLowerCase()
  return (item) => wanted === '' || wordsOf(item).toLocaleLowerCase().includes(wanted)
}
