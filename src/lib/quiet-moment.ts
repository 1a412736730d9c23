/** A processor that never rests keeps nothing waiting for longer than that, ms. */
const AT_MOST_MS = 100

/** Resolves once the browser has nothing else to do, or soon in any case. Safari does not tell. */
export const quietMoment = (): Promise<unknown> =>
  new Promise((resolve) =>
    typeof requestIdleCallback === 'function' ? requestIdleCallback(resolve, { timeout: AT_MOST_MS }) : setTimeout(resolve),
  )
