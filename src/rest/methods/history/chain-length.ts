/** How the portal fared with a chain; `docs/bitrix24/rest.md` §1.1, §1.3. */
export interface ChainReport {
  readonly pages: number
  /** Seconds the portal spent on its pages. */
  readonly duration: number
  /** Seconds the method has used in the current ten minutes, for the whole app; null where the portal does not count. */
  readonly operating: number | null
  /** Epoch ms at which the count begins to fall; null when unknown. */
  readonly resetAt: number | null
}

/** What to request next: how many pages at once, and after what pause. */
export interface Pace {
  readonly pages: number
  readonly waitMs: number
}

/** A batch holds no more; `docs/bitrix24/rest.md` §1.4. */
export const MAX_CHAIN = 50
export const FIRST_PACE: Pace = { pages: 10, waitMs: 0 }

/** Well below the portal's timeout of sixty seconds and our own of thirty. */
const TARGET_S = 6
/** The lower of the known limits; the share above this is left to the reader. */
const OPERATING_LIMIT_S = 420
const SHARE = 0.6
const MAX_WAIT_MS = 60_000

const clamp = (pages: number): number => Math.max(1, Math.min(MAX_CHAIN, Math.floor(pages)))

/** The pace after a chain that was answered: at most four times as long, and shorter where the portal is slow. */
export function nextPace({ pages, duration, operating, resetAt }: ChainReport, now: number): Pace {
  const each = duration / Math.max(1, pages)
  const affordable = each > 0 ? TARGET_S / each : MAX_CHAIN
  const left = operating === null ? Infinity : OPERATING_LIMIT_S * SHARE - operating
  if (left <= 0) return { pages: 1, waitMs: Math.min(MAX_WAIT_MS, Math.max(1_000, (resetAt ?? now) - now)) }
  return { pages: clamp(Math.min(pages * 4, affordable, each > 0.1 ? left / each : MAX_CHAIN)), waitMs: 0 }
}

/** The pace after a chain that failed as a whole; null when a single page has failed. */
export const shorterPace = (pages: number): Pace | null => (pages > 1 ? { pages: clamp(pages / 4), waitMs: 0 } : null)
