import type { Command } from './client.ts'
import { requestKey } from './form-body.ts'
import type { Transport } from './transport.ts'

/**
 * Sends a request before there is a client to send it. @returns the transport, whose first attempt at exactly that request is the one
 * already under way
 */
export function withEarly(transport: Transport, { method, params }: Command): Transport {
  const controller = new AbortController()
  let time: unknown
  const answer = transport(method, params, controller.signal, (told) => (time = told))
  // It may never be awaited, which must not count as an unhandled rejection; whoever awaits it still gets the error.
  answer.catch(() => {})
  let awaited: string | null = requestKey(method, params)
  return async (...call) => {
    const [wanted, wantedParams, signal, onTime] = call
    if (awaited !== requestKey(wanted, wantedParams)) return transport(...call)
    awaited = null
    signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true })
    const result = await answer
    onTime?.(time)
    return result
  }
}
