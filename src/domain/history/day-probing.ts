import type { MessageId } from '../ids.ts'

/** So many probes fit into one request. */
export const PROBES = 50
/** So many ids are read rather than probed: pages that follow one another in one request hold as many messages, and more. */
export const READ_AT_ONCE = 500

/** Among which ids the first message since an instant is. Ids grow with time. */
export interface Bracket {
  /** It has no lower id. */
  readonly from: number
  /** A message that is late enough: the first such one known. */
  readonly to: number
}

/** What a portal knows as the nearest message below an id. */
export interface Probed {
  readonly id: MessageId
  readonly sentAt: number
}

export const isNarrow = ({ from, to }: Bracket): boolean => to - from < READ_AT_ONCE

/** The ids below which the nearest messages are to be asked for: they divide a bracket into equal parts, ascending. */
export function probesOf({ from, to }: Bracket): number[] {
  const steps = Array.from({ length: PROBES }, (_, step) => from + Math.round(((step + 1) * (to - from)) / (PROBES + 1)))
  return [...new Set(steps)].filter((id) => id > from && id <= to)
}

/**
 * The bracket that answers leave, at most one part of `probesOf`; as it was when they tell nothing.
 * @param answers in the order of the probes; null for one without an answer, or without a date
 */
export function narrowed({ from, to }: Bracket, probes: readonly number[], answers: readonly (Probed | null)[], since: number): Bracket {
  let lowest = from
  for (const [at, below] of probes.entries()) {
    const probed = answers[at]
    if (!probed) continue
    if (probed.sentAt >= since) return { from: lowest, to: Math.max(lowest, probed.id) }
    lowest = below
  }
  return { from: lowest, to }
}
