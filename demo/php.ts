/** Decoding of request parameters as PHP does it: `a[b][]=c` nests; query and body merge, body wins. */
export type Params = Record<string, unknown>

function assign(target: Params, path: readonly string[], value: string): void {
  let node = target
  for (const [index, part] of path.entries()) {
    const key = part === '' ? String(Object.keys(node).length) : part
    if (index === path.length - 1) {
      Object.defineProperty(node, key, { value, enumerable: true, writable: true, configurable: true })
      return
    }
    const next = Object.hasOwn(node, key) ? node[key] : undefined
    if (typeof next === 'object' && next !== null) node = next as Params
    else {
      const made: Params = {}
      Object.defineProperty(node, key, { value: made, enumerable: true, writable: true, configurable: true })
      node = made
    }
  }
}

/** `LAST_ID=5&ID[]=1&ID[]=2` → `{LAST_ID: '5', ID: {0: '1', 1: '2'}}`. */
export function parseQuery(text: string): Params {
  const params: Params = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const head = name.match(/^[^[]+/)?.[0]
    if (head === undefined) continue
    const rest = [...name.slice(head.length).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] as string)
    assign(params, [head, ...rest], value)
  }
  return params
}

/** Top-level names in capitals, as the im methods do (`docs/bitrix24/rest.md` §1). */
export function upperCaseKeys(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key.toUpperCase(), value]))
}

/** A list however PHP got it: array, or map with keys. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'object' && value !== null) return Object.values(value)
  return value === undefined ? [] : [value]
}

/** A scalar as text; anything else is empty, as PHP's cast of an array would be an error. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
