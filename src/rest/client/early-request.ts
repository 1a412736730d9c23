import type { Command } from './client.ts'
import { requestKey } from './form-body.ts'
import type { Transport } from './transport.ts'

/** A request that has left before there was a client to send it. */
export interface EarlyRequest {
  readonly key: string
  readonly answer: Promise<unknown>
  readonly cancel: (reason: unknown) => void
}

export function sendEarly(transport: Transport, { method, params }: Command): EarlyRequest {
  const controller = new AbortController()
  const answer = transport(method, params, controller.signal)
  // Nobody may ever ask for it; whoever does gets the error too.
  answer.catch(() => {})
  return { key: requestKey(method, params), answer, cancel: (reason) => controller.abort(reason) }
}

/** The transport, whose first attempt at just that request is the one under way. */
export function withEarly(transport: Transport, early: EarlyRequest | null): Transport {
  let waiting = early
  return (method, params, signal) => {
    if (waiting?.key !== requestKey(method, params)) return transport(method, params, signal)
    const { answer, cancel } = waiting
    waiting = null
    signal.addEventListener('abort', () => cancel(signal.reason), { once: true })
    return answer
  }
}
