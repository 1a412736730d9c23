interface Gettable<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
}

/** What a map holds for a key; made when it is asked for the first time. */
export function getOrMake<K, V>(map: Gettable<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
