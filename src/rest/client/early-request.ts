import type { Command } from './client.ts'
import { requestKey } from './form-body.ts'
import type { Transport } from './transport.ts'

/** A request sent before there was a client to send it. */
export interface EarlyRequest {
  readonly key: string
  readonly answer: Promise<unknown>
  /** Undecoded `time` of the answer; undefined before it, and where it says nothing. */
  readonly time: () => unknown
  readonly cancel: (reason: unknown) => void
}

export function sendEarly(transport: Transport, { method, params }: Command): EarlyRequest {
  const controller = new AbortController()
  let time: unknown
  const answer = transport(method, params, controller.signal, (told) => (time = told))
  // It may never be awaited, which must not count as an unhandled rejection; whoever awaits it still gets the error.
  answer.catch(() => {})
  return { key: requestKey(method, params), answer, time: () => time, cancel: (reason) => controller.abort(reason) }
}

/** The transport, whose first attempt at exactly that request is the one already under way. */
export function withEarly(transport: Transport, early: EarlyRequest | null): Transport {
  let waiting = early
  return async (method, params, signal, onTime) => {
    if (waiting?.key !== requestKey(method, params)) return transport(method, params, signal, onTime)
    const { answer, time, cancel } = waiting
    waiting = null
    signal.addEventListener('abort', () => cancel(signal.reason), { once: true })
    const result = await answer
    onTime?.(time())
    return result
  }
}
