import { isPortalError } from '~/domain/portal/portal-error'

const MAX_ATTEMPTS = 7
const MAX_DELAY_MS = 8_000
/** Attempts at a method that is blocked for nobody knows how long. */
const MAX_BLOCKED_ATTEMPTS = 3
/** How long a blocked method is waited for without a word, ms; what takes longer the reader is told. */
const PATIENCE_MS = 10_000

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
 * @param now epoch ms
 */
export function retryDelay(error: unknown, attempt: number, random: number, now: number): number | null {
  const first = firstDelay(error)
  if (first === null || !isPortalError(error)) return null
  const { detail, availableAt } = error
  if (attempt >= (detail === 'OPERATION_TIME_LIMIT' ? MAX_BLOCKED_ATTEMPTS : MAX_ATTEMPTS)) return null
  if (availableAt !== null) return availableAt - now > PATIENCE_MS ? null : availableAt - now + 500 * random
  return Math.round(Math.min(MAX_DELAY_MS, first * 2 ** (attempt - 1)) * (0.5 + random))
}

/** The portal's bucket has run over, or what stands before the portal says so in its own words: the request was not looked at. */
export const isOverflow = (error: unknown): boolean =>
  isPortalError(error) && (error.detail === 'QUERY_LIMIT_EXCEEDED' || error.detail === 'HTTP_503')
