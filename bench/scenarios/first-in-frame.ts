import type { Page } from '@playwright/test'
import type { Scenario } from '../scenario.ts'
import { begin, VISITS, WATCH } from './first-message.ts'

const DIALOG = 'chat1000'

/** Hears when the first message of a page or of a frame in it is shown, ms after that began to load. */
async function listen(page: Page): Promise<() => Promise<number>> {
  let tell: (at: number) => void = () => {}
  await page.exposeBinding('firstMessageShown', (_, report: string) => tell((JSON.parse(report) as { at: number }).at))
  await page.addInitScript(WATCH)
  return () => new Promise((resolve) => (tell = resolve))
}

/**
 * The same chat in the page alone, and in the frame of a placement with its handshake, one after the other in one browser that has been at
 * both before.
 *
 * @param portal address of the demo portal
 */
export const firstInFrame =
  (portal: string): Scenario =>
  async ({ page }, subject) => {
    const nextShown = await listen(page)
    const alone = subject.url(DIALOG)
    const shownAt = async (url: string): Promise<number> => {
      let at = Number.NaN
      for (let visit = 0; visit <= VISITS; visit++) {
        await begin(page, new URL('/begin', alone).href)
        const shown = nextShown()
        await page.goto(url)
        at = await shown
        await page.waitForLoadState('networkidle')
      }
      return at
    }
    const aloneMs = await shownAt(alone)
    const framedMs = await shownAt(`${portal}/placement/?PLACEMENT=IM_SIDEBAR&dialogId=${DIALOG}&session=demo`)
    return { 'alone ms': aloneMs, 'in a frame ms': framedMs, 'frame ÷ alone': framedMs / aloneMs }
  }
