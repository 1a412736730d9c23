import { isPortalError, PortalError } from '~/domain/portal/portal-error'
import { Cell } from '~/lib/Cell'
import type { BatchAnswer, CallOptions, CallTime, Command, RestClient } from './client.ts'
import { phpMap } from '../decode/wire.ts'
import { portalErrorOf } from './envelope.ts'
import { batchRequest, requestKey } from './form-body.ts'
import type { LaterCalls } from './later-calls.ts'
import type { OperatingTime } from './operating-time.ts'
import { loadPart } from './load-part.ts'
import { Scheduler } from './scheduler.ts'
import type { Transport } from './transport.ts'

export interface PreparedClient extends RestClient {
  /** Loads what is not needed for the first messages, and from then on shares the portal's bucket with other tabs. */
  readonly prepare: () => Promise<void>
}

/** A map by key, however PHP serialised it: an object, `[]` when empty, or a list when the keys are 0 … n−1. */
function phpEntries(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

interface ClientOptions {
  readonly scheduler?: Scheduler
  /** Until then nothing is loaded that the first messages do without. */
  readonly mayLoad?: Promise<unknown>
}

/** A portal behind a transport: scheduling, sharing, retries and batches. */
export function createRestClient(
  portal: string,
  transport: Transport,
  { scheduler = new Scheduler(), mayLoad }: ClientOptions = {},
): PreparedClient {
  let later: LaterCalls | undefined
  const outcome = new Cell<PortalError | null>(null)
  const heldUntil = new Cell<number | null>(null)
  /** What answers have told of their time before there was anything to note it. */
  const told: Parameters<OperatingTime['note']>[] = []

  function note(...answer: (typeof told)[number]): CallTime | null {
    if (later) return later.operating.note(...answer)
    told.push(answer)
    return null
  }
  const explain = <E>(method: string, error: E) => later?.operating.explain(method, error, scheduler.now()) ?? error

  const send = async ({ method, params }: Command, { priority = 'reader', ...options }: CallOptions = {}, methods = [method]) => {
    try {
      const result = await scheduler.run(requestKey(method, params), { ...options, priority, methods }, (signal) =>
        transport(method, params, signal, (time) => note(method, time, scheduler.now())).catch((error: unknown) => {
          throw explain(method, error)
        }),
      )
      outcome.set(null)
      return result
    } catch (error) {
      if (isPortalError(error)) outcome.set(error)
      throw error
    }
  }

  const call: RestClient['call'] = (method, params, options) => send({ method, params }, options)

  const batch: RestClient['batch'] = async (commands, options) => {
    const methods = Object.values(commands).map(({ method }) => method)
    const answer = await send(batchRequest(commands), options, methods)
    const { result, result_error: failed, result_time: time, result_next, result_total } = phpMap(answer)
    if (result === undefined) throw new PortalError('contract', 'The answer is no batch.')
    const [results, errors, times] = [phpEntries(result), phpEntries(failed), phpEntries(time)]
    const [nexts, totals] = [phpEntries(result_next), phpEntries(result_total)]
    return Object.fromEntries(
      Object.entries(commands).map(([key, { method }]): [string, BatchAnswer] => {
        const spent = note(method, times.get(key), scheduler.now())
        const error = portalErrorOf(errors.get(key), 400)
        if (!error && results.has(key))
          return [key, { ok: true, result: results.get(key), time: spent, next: nexts.get(key), total: totals.get(key) }]
        return [
          key,
          { ok: false, error: error ? explain(method, error) : new PortalError('contract', 'The batch has no answer to a command.') },
        ]
      }),
    )
  }

  /** Called again while it loads, it waits for the same file. */
  const load = async (): Promise<LaterCalls> => {
    await mayLoad
    const { createLaterCalls } = await loadPart(() => import('./later-calls.ts'))
    if (later) return later
    later = createLaterCalls({ portal, scheduler, call, batch, heldUntil })
    for (const answer of told) later.operating.note(...answer)
    return later
  }

  return {
    portal,
    outcome,
    heldUntil,
    call,
    batch,
    collect: async (...given) => (await load()).collect(...given),
    download: async (...given) => (await load()).download(...given),
    prepare: async () => (await load()).share(),
    close() {
      scheduler.close(new PortalError('auth', 'Disconnected'))
      later?.leave()
    },
  }
}
