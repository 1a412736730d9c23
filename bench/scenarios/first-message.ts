import type { Page } from '@playwright/test'
import type { Scenario } from '../scenario.ts'

/**
 * Runs in the page: records when the text of a message was shown, as the browser reports it (element timing: the time of
 * presentation, so that what runs after the paint does not count, nor what was mounted and never painted).
 */
export const WATCH = `{
  let bytes = null
  new MutationObserver(() => {
    const row = [...document.querySelectorAll('[data-message-id]')].at(-1)
    if (!row) return
    for (const element of row.querySelectorAll('*')) element.setAttribute('elementtiming', 'message')
    const scripts = performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('.js'))
    bytes ??= scripts.reduce((sum, entry) => sum + entry.encodedBodySize, 0)
  }).observe(document, { childList: true, subtree: true })
  new PerformanceObserver((list, observer) => {
    observer.disconnect()
    firstMessageShown(JSON.stringify({ at: list.getEntries()[0].renderTime, bytes }))
  }).observe({ type: 'element' })
}`

/** Earlier visits: enough for the browser to keep compiled code. */
export const VISITS = 3

/**
 * Shows an empty page to begin from, of the same policy as those that are measured: from one without it the browser would go on in
 * another process, whose start takes longer than all that is compared.
 */
export async function begin(page: Page, url: string): Promise<void> {
  const headers = { 'Content-Type': 'text/html', 'Cross-Origin-Opener-Policy': 'same-origin' }
  await page.route(url, (route) => route.fulfill({ headers, body: '' }))
  await page.goto(url)
  // Nothing is kept by the browser while requests are looked at.
  await page.unroute(url)
}

/**
 * Navigation to the first message. On a visit that is not the first one files and compiled code are kept; on the first
 * one the profile is fresh, and everything is fetched, compiled and run for the first time.
 *
 * @param rate how many times slower the processor is
 */
export const firstMessage =
  (rate: number, { visitsBefore }: { readonly visitsBefore: number } = { visitsBefore: VISITS }): Scenario =>
  async (tab, subject) => {
    const { page, cdp } = tab
    const url = subject.url('chat1000')
    for (let visit = 0; visit < visitsBefore; visit++) {
      await page.goto('about:blank')
      await page.goto(url)
      await page.locator('[data-message-id]').first().waitFor()
      await page.waitForLoadState('networkidle')
    }
    await begin(page, new URL('/begin', url).href)
    await cdp.send('Page.enable')
    await cdp.send('Runtime.enable')
    await cdp.send('Runtime.addBinding', { name: 'firstMessageShown' })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: WATCH })
    await tab.throttle(rate)
    const shown = new Promise<{ at: number; bytes: number }>((resolve) =>
      cdp.on('Runtime.bindingCalled', ({ payload }) => resolve(JSON.parse(payload) as { at: number; bytes: number })),
    )
    await cdp.send('Page.navigate', { url })
    const { at, bytes } = await shown
    await tab.throttle(1)
    return { 'first message ms': at, 'script kB by then': bytes / 1_000 }
  }
