import { unit } from '../random.ts'

/** Errors of the portal by their codes, with status and words; `docs/bitrix24/rest.md` §1.2. */
export const portalErrors = {
  ACCESS_DENIED: [403, 'REST API is available only on commercial plans'],
  user_access_error: [401, 'The user does not have access to the application.'],
  OVERLOAD_LIMIT: [503, 'REST API is blocked due to overload.'],
  PORTAL_DELETED: [403, 'Portal was deleted'],
  INVALID_REQUEST: [400, 'Https required.'],
  ERROR_MANIFEST_IS_NOT_AVAILABLE: [404, 'Manifest is not available'],
  WRONG_AUTH_TYPE: [403, 'Current authorization type is denied for this method'],
  authorization_error: [401, 'Unable to authorize user'],
  APPLICATION_NOT_FOUND: [403, 'Application not found'],
  ACCESS_ERROR: [403, 'You do not have access to the specified dialog'],
  DIALOG_ID_EMPTY: [400, "Dialog ID can't be empty"],
  ERROR_CORE: [500, 'SQL query error!'],
  CONNECTION_ERROR: [403, 'Error connecting to authorization server'],
  WRONG_ENCODING: [200, 'Wrong request encoding'],
} as const satisfies Readonly<Record<string, readonly [status: number, description: string]>>

export type PortalErrorCode = keyof typeof portalErrors

/**
 * - `latency` is slow to answer, `slow-body` in the middle of the answer, `stall` never ends it
 * - `drop` closes the connection, `truncated-json` ends the answer in the middle; a file is cut likewise
 * - a status alone is the portal's own JSON; `502` and `…-html` come from in front of PHP, without CORS headers
 * - `error-in-200` says that it failed, with HTTP 200
 * - a code of the portal's is that error
 */
export type FaultKind =
  | 'latency'
  | 'drop'
  | '500'
  | '502'
  | '503'
  | '503-html'
  | '429'
  | '429-html'
  | '401'
  | 'error-in-200'
  | 'slow-body'
  | 'truncated-json'
  | 'stall'
  | PortalErrorCode

/** A fault rule; the first that matches a request is applied. */
export interface Fault {
  readonly kind: FaultKind
  /** Method it is for, lower case; `download` for the bytes of files. All when absent. */
  readonly method?: string
  /** Only requests whose decoded body or query holds this text. */
  readonly matching?: string
  /** Share of requests, 0 … 1; 1 when absent. */
  readonly rate?: number
  /** Maximum number of requests; unlimited when absent. */
  readonly times?: number
  /** For `latency` and `slow-body`. */
  readonly ms?: number
}

/** Decides which request fails; the same sequence of requests fails the same way. */
export class FaultPlan {
  #faults: { fault: Fault; left: number }[] = []
  #seen = 0

  set(faults: readonly Fault[]): void {
    this.#seen = 0
    this.#faults = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }))
  }

  /** The fault for this request, if any; latency may be combined with another one. */
  next(method: string, payload: string): { trouble: Fault | null; latencyMs: number } {
    const n = this.#seen++
    let latencyMs = 0
    for (const entry of this.#faults) {
      const { fault } = entry
      if (entry.left <= 0) continue
      if (fault.method !== undefined && fault.method !== method) continue
      if (fault.matching !== undefined && !payload.includes(fault.matching)) continue
      if (fault.rate !== undefined && unit(n, 77) >= fault.rate) continue
      entry.left--
      if (fault.kind === 'latency') {
        latencyMs += fault.ms ?? 0
        continue
      }
      return { trouble: fault, latencyMs }
    }
    return { trouble: null, latencyMs }
  }
}
