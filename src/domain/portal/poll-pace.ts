import { mayPass } from './may-pass.ts'

const FIRST_MS = 4_000
/** While nothing comes. */
const QUIET_MS = 60_000
/** While the portal fails. */
const FAILING_MS = 300_000

/** How often a portal is asked for what is new. */
export interface PollPace {
  /** Until the next time, ms. */
  readonly intervalMs: number
  /** It is not asked again by itself: the caller has lost its access, or the right to this. */
  readonly isOver: boolean
}

export const FIRST_PACE: PollPace = { intervalMs: FIRST_MS, isOver: false }

/** How long to wait after nothing has come, ms: longer each time, up to a minute. */
export const slower = (intervalMs: number): number => Math.min(QUIET_MS, Math.round(intervalMs * 1.5))

/** The pace after an answer: slower while nothing comes, quick again as soon as something does. @param fresh how much has come */
export const paceAfter = ({ intervalMs }: PollPace, fresh: number): PollPace =>
  fresh > 0 ? FIRST_PACE : { intervalMs: slower(intervalMs), isOver: false }

/**
 * The pace after a failure: twice as slow each time. After a removed right or an ended access it is over, for asking again
 * cannot help, and in a frame each question about a new token raises an alert (`docs/bitrix24/placement.md` §4.3).
 */
export const paceAfterError = ({ intervalMs }: PollPace, error: unknown): PollPace => ({
  intervalMs: Math.min(FAILING_MS, intervalMs * 2),
  isOver: !mayPass(error),
})
