import { isPortalError } from '~/domain/portal/portal-error'

const MAX_ATTEMPTS = 7
const MAX_DELAY_MS = 8_000

/** Delay before the first retry, ms; null for errors that a retry cannot fix. */
function firstDelay(error: unknown): number | null {
  if (!isPortalError(error)) return null
  if (error.code === 'network' || error.code === 'portal') return 200
  if (error.code !== 'rate-limit' || error.detail === 'OVERLOAD_LIMIT') return null
  return error.detail === 'OPERATION_TIME_LIMIT' ? 2_000 : 600
}

/**
 * How long to wait before attempt `attempt + 1` after attempt `attempt` (from 1) has failed, ms; null when
 * it is final. Doubles each time, with jitter, so that many tabs do not retry together; `random` is in 0 … 1.
 */
export function retryDelay(error: unknown, attempt: number, random: number): number | null {
  const first = firstDelay(error)
  if (first === null || attempt >= MAX_ATTEMPTS) return null
  return Math.round(Math.min(MAX_DELAY_MS, first * 2 ** (attempt - 1)) * (0.5 + random))
}
