/** How long one slice may take, ms: a key that is pressed meanwhile waits no longer than that. */
const SLICE_MS = 8
/** Where the browser does not tell when it has nothing to do, it is left alone for so long between two slices, ms. */
const PAUSE_MS = 50

/** Resolves once the browser has nothing else to do. @returns for how long that is so yet, ms */
const idle = (): Promise<() => number> =>
  new Promise((resolve) => {
    const begin = (free: () => number) => {
      const until = performance.now() + SLICE_MS
      resolve(() => Math.min(free(), until - performance.now()))
    }
    if (typeof requestIdleCallback === 'function') requestIdleCallback((deadline) => begin(() => deadline.timeRemaining()))
    else setTimeout(() => begin(() => SLICE_MS), PAUSE_MS)
  })

/**
 * Does something with each of some items while the browser has nothing else to do, a few milliseconds at a time.
 * @returns false when it was told to end before all was done
 */
export async function whileIdle<T>(items: Iterable<T>, work: (item: T) => void, signal: AbortSignal): Promise<boolean> {
  let left = await idle()
  for (const item of items) {
    while (!signal.aborted && left() <= 0) left = await idle()
    if (signal.aborted) return false
    work(item)
  }
  return true
}
