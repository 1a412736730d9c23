// When a server that was started by npm has to end.

/** How often it is looked whether it was left behind, ms. */
const LOOK_MS = 500

/** Who had started it, before the build or whatever else comes first. */
const parent = process.ppid

/**
 * Calls `stop` once the process is asked to end. npm hands a signal to the shell that it runs a script in, which may end without handing it on:
 * then the process is asked by being left behind.
 * @param {() => void} stop
 */
export function onEnd(stop) {
  let look
  const end = () => {
    clearInterval(look)
    for (const signal of signals) process.off(signal, end)
    stop()
  }
  const signals = ['SIGINT', 'SIGTERM']
  for (const signal of signals) process.once(signal, end)
  if (process.env.npm_lifecycle_event) look = setInterval(() => process.ppid !== parent && end(), LOOK_MS).unref()
}
