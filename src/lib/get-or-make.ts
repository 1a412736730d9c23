interface Gettable<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

/** The value of a map for a key, made on first use. */
export function getOrMake<K, V>(map: Gettable<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
