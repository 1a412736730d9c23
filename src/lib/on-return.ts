/** Calls when the reader comes back to the page, and when the network does. @returns ends that */
export function onReturn(listener: () => void): () => void {
  const stop = new AbortController()
  for (const event of ['focus', 'online']) window.addEventListener(event, listener, { signal: stop.signal })
  return () => stop.abort()
}
