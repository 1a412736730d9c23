import type { Command, RestParams } from './client.ts'

function append(pairs: [string, string][], name: string, value: unknown): void {
  if (value === undefined || value === null) return
  if (Array.isArray(value)) value.forEach((item, index) => append(pairs, `${name}[${index}]`, item))
  else if (typeof value === 'object') for (const [key, item] of Object.entries(value)) append(pairs, `${name}[${key}]`, item)
  else if (typeof value === 'boolean') pairs.push([name, value ? '1' : '0'])
  else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') pairs.push([name, String(value)])
}

function pairsOf(params: RestParams): [string, string][] {
  const pairs: [string, string][] = []
  for (const [name, value] of Object.entries(params)) append(pairs, name, value)
  return pairs
}

/** Parameters as PHP reads a form: `{ID: [1, 2]}` → `ID[0]=1&ID[1]=2`. Null and undefined are left out. */
export const formBody = (params: RestParams): URLSearchParams => new URLSearchParams(pairsOf(params))

/** Equal for identical requests. */
export const requestKey = (method: string, params: RestParams): string => `${method}?${formBody(params).toString()}`

/** One command of a batch. References (`$result[…]`) stay as they are: the portal looks for them in the text. */
export function batchCommand(method: string, params: RestParams): string {
  const query = pairsOf(params).map(
    ([name, value]) => `${encodeURIComponent(name)}=${value.startsWith('$result[') ? value : encodeURIComponent(value)}`,
  )
  return query.length === 0 ? method : `${method}?${query.join('&')}`
}

/** Several commands as one request. */
export const batchRequest = (commands: Readonly<Record<string, Command>>): Command => ({
  method: 'batch',
  params: {
    halt: 0,
    cmd: Object.fromEntries(Object.entries(commands).map(([key, { method, params }]) => [key, batchCommand(method, params)])),
  },
})
