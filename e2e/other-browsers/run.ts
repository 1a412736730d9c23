import { DEMO_PORT, PORT } from '../ports.ts'
import { checks, type Places } from './checks.ts'
import type { Driver } from './Driver.ts'

export { startFirefox } from './firefox.ts'
export { startWebKit } from './webkit.ts'
export const ports = { app: PORT, portal: DEMO_PORT }

/** What takes longer hangs, and so does the browser, ms. */
const LONGEST_MS = 180_000

/**
 * Runs all checks in a browser, one after the other, and closes it. Each says a line.
 * @param say takes a line
 * @returns how many have failed
 */
export async function runChecks(browser: Driver, places: Places, say: (line: string) => void): Promise<number> {
  // Its limits are for what the browser tests prove; here they would only take time.
  await fetch(`${places.portal}_demo/sessions/demo`, { method: 'PUT', body: JSON.stringify({ burst: 10_000, perSecond: 1_000 }) })
  let failed = 0
  try {
    for (const { name, run } of checks) {
      const began = Date.now()
      const error = await withinTime(run(browser, places)).then(
        () => null,
        (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
      )
      if (error) failed++
      say(`  ${error ? '✗' : '✓'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)${error ? `\n    ${error.message}` : ''}`)
    }
  } finally {
    await browser.close()
  }
  return failed
}

function withinTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout
  const late = new Promise<void>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${LONGEST_MS / 1000} s`)), LONGEST_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
