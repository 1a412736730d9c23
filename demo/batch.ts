import { listOf, parseQuery, type Params } from './php.ts'
import { PortalFailure } from './portal-error.ts'
import { phpMap } from './wire.ts'

const MAX_COMMANDS = 50

export interface MemberAnswer {
  readonly result?: unknown
  readonly total?: number | undefined
  readonly next?: number | undefined
  readonly time?: unknown
  readonly failure?: PortalFailure
}

/** Text of `$result[key][field]…`, taken from earlier answers; empty when there is no such value. */
function resolveReferences(text: string, results: ReadonlyMap<string, unknown>): string {
  return text.replaceAll(/\$result((?:\[[^\]]*\])+)/g, (_, path: string) => {
    const keys = [...path.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] as string)
    let value: unknown = results.get(keys.shift() ?? '')
    for (const key of keys) {
      value = typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Params)[key] : undefined
    }
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  })
}

/** `batch`; `docs/bitrix24/rest.md` §1.4. Members run one after the other, each through `call`. */
export async function runBatch(
  params: Params,
  call: (method: string, params: Params, key: string) => Promise<MemberAnswer>,
): Promise<unknown> {
  const cmd = params['CMD']
  const entries: [string, unknown][] = Array.isArray(cmd)
    ? cmd.map((value, index) => [String(index), value])
    : typeof cmd === 'object' && cmd !== null
      ? Object.entries(cmd)
      : []
  const halt = listOf(params['HALT']).some(
    (value) => value === true || value === 1 || (typeof value === 'string' && value !== '' && value !== '0'),
  )
  const results = new Map<string, unknown>()
  const errors = new Map<string, unknown>()
  const totals = new Map<string, unknown>()
  const nexts = new Map<string, unknown>()
  const times = new Map<string, unknown>()
  let position = 0
  for (const [key, command] of entries) {
    if (typeof command !== 'string') continue
    if (++position > MAX_COMMANDS) {
      errors.set(key, { error: 'ERROR_BATCH_LENGTH_EXCEEDED', error_description: 'Max batch length exceeded' })
      continue
    }
    const resolved = resolveReferences(decodeReferences(command), results)
    const [method = '', query = ''] = resolved.split(/\?(.*)/s)
    const answer =
      method.toLowerCase() === 'batch'
        ? { failure: new PortalFailure(405, 'ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage') }
        : await call(method.toLowerCase(), parseQuery(query), key)
    if (answer.failure) {
      errors.set(key, { error: answer.failure.code, error_description: answer.failure.description })
      if (halt) break
      continue
    }
    results.set(key, answer.result)
    if (answer.total !== undefined) totals.set(key, answer.total)
    if (answer.next !== undefined) nexts.set(key, answer.next)
    times.set(key, answer.time)
  }
  return {
    result: phpMap(results),
    result_error: phpMap(errors),
    result_total: phpMap(totals),
    result_next: phpMap(nexts),
    result_time: phpMap(times),
  }
}

/** A client may have percent-encoded the reference like any other value. */
const decodeReferences = (command: string): string =>
  command.replaceAll(/(?:%24|\$)result(?:%5B[^%]*%5D|\[[^\]]*\])+/gi, (reference) => decodeURIComponent(reference))
