/** Whoever was asked in vain answers again; see `tellBack`. */
export const BACK = 'back'

function listen(events: readonly string[], listener: (event: Event) => void): () => void {
  const stop = new AbortController()
  for (const event of events) window.addEventListener(event, listener, { signal: stop.signal })
  return () => stop.abort()
}

/** Calls when the network or the portal is back, so that what has failed meanwhile can be asked for again. @returns ends that */
export const onBack = (listener: (event: Event) => void): (() => void) => listen(['online', BACK], listener)

/** The same, and when the reader comes back to the page. @returns ends that */
export const onReturn = (listener: (event: Event) => void): (() => void) => listen(['focus', 'online', BACK], listener)

/** Tells all of them that the portal answers again, though the network may have been there all the time. */
export const tellBack = (): void => void window.dispatchEvent(new Event(BACK))
