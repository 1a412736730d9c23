import { unit } from '../random.ts'

export type FaultKind = 'latency' | 'drop' | '500' | '502' | '503' | '429' | '401' | 'error-in-200' | 'slow-body' | 'truncated-json'

/** A fault rule; the first that matches a request is applied. */
export interface Fault {
  readonly kind: FaultKind
  /** Method it is for, lower case; all when absent. */
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
