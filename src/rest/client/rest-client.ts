import { PortalError } from '~/domain/portal/portal-error'
import type { BatchAnswer, CallTime, RestClient } from './client.ts'
import { createCollector } from './collect.ts'
import { portalErrorOf } from './envelope.ts'
import { requestKey, batchRequest } from './form-body.ts'
import { Scheduler } from './scheduler.ts'
import { downloadFile, type Transport } from './transport.ts'
import { phpMap } from '../decode/wire.ts'

/** A map by key, however PHP serialised it: an object, `[]` when empty, or a list when the keys are 0 … n−1. */
function phpEntries(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

function timeOf(value: unknown): CallTime | null {
  const { duration, operating, operating_reset_at: resetAt } = phpMap(value)
  if (typeof duration !== 'number') return null
  return {
    duration,
    operating: typeof operating === 'number' ? operating : null,
    operatingResetAt: typeof resetAt === 'number' ? resetAt * 1000 : null,
  }
}

/** A portal behind a transport: scheduling, sharing, retries and batches. */
export function createRestClient(portal: string, transport: Transport, scheduler = new Scheduler()): RestClient {
  const call: RestClient['call'] = (method, params, { signal, priority = 'reader', attempts } = {}) =>
    scheduler.run(requestKey(method, params), { priority, signal, attempts }, (attemptSignal) => transport(method, params, attemptSignal))

  const batch: RestClient['batch'] = async (commands, options = {}) => {
    const request = batchRequest(commands)
    const answer = await call(request.method, request.params, options)
    if (typeof answer !== 'object' || answer === null || !('result' in answer))
      throw new PortalError('contract', 'The answer of the portal is no batch.')
    const results = phpEntries(answer.result)
    const errors = phpEntries('result_error' in answer ? answer.result_error : undefined)
    const times = phpEntries('result_time' in answer ? answer.result_time : undefined)
    return Object.fromEntries(
      Object.keys(commands).map((key): [string, BatchAnswer] => {
        const error = portalErrorOf(errors.get(key), 400)
        if (error) return [key, { ok: false, error }]
        if (results.has(key)) return [key, { ok: true, result: results.get(key), time: timeOf(times.get(key)) }]
        return [key, { ok: false, error: new PortalError('contract', 'The batch has no answer to a command.') }]
      }),
    )
  }

  // Under `/rest/`, so it counts for the bucket like any call.
  const download: RestClient['download'] = async (url, { signal, priority = 'background' } = {}) => {
    const blob = await scheduler.run(url, { priority, signal }, (attemptSignal) => downloadFile(url, attemptSignal))
    return blob as Blob
  }

  const close = () => scheduler.close(new PortalError('auth', 'Disconnected'))
  return { portal, call, batch, collect: createCollector({ call, batch }), download, close }
}
