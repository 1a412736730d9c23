import type { Scenario } from '../scenario.ts'
import { open, type Subject } from '../subjects.ts'
import type { Tab } from '../tab.ts'

/**
 * A jump to a message that is not loaded, and where its row is, then and two seconds later, when a page has arrived; and
 * how many requests were answered before the row was there.
 */
export const jumpTo =
  (dialog: string, id: number, go = (tab: Tab, subject: Subject) => subject.jump(tab, id)): Scenario =>
  async (tab, subject) => {
    await open(tab, subject, dialog)
    await tab.page.evaluate((wanted) => {
      const began = performance.now()
      const tops: number[] = []
      let found: number | null = null
      const frame = () => {
        const row = document.querySelector(`[data-message-id="${wanted}"]`)
        const box = document.querySelector('[data-testid="message-list"]')?.getBoundingClientRect()
        if (row && box) {
          const { top, bottom } = row.getBoundingClientRect()
          if (found === null && bottom > box.top && top < box.bottom) found = performance.now() - began
          if (found !== null) tops.push(top - box.top)
        }
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
      const answered = () =>
        performance
          .getEntriesByType('resource')
          .filter((entry) => entry.name.includes('/rest/') && entry.startTime >= began)
          .filter((entry) => (entry as PerformanceResourceTiming).responseEnd <= began + (found ?? 0)).length
      Object.assign(window, { jumpResult: () => ({ found, tops, answered: answered() }) })
    }, id)
    await go(tab, subject)
    await tab.page.waitForFunction(() => (window as unknown as { jumpResult: () => { found: number | null } }).jumpResult().found !== null)
    await tab.frames(120)
    const { found, tops, answered } = await tab.page.evaluate(() =>
      (window as unknown as { jumpResult: () => { found: number; tops: number[]; answered: number } }).jumpResult(),
    )
    const firstTop = tops[0] ?? Number.NaN
    return {
      'found ms': found,
      requests: answered,
      'wobble px': Math.max(...tops) - Math.min(...tops),
      'moved in 2 s px': Math.abs((tops.at(-1) ?? Number.NaN) - firstTop),
    }
  }
