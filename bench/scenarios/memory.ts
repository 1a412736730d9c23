import type { Scenario } from '../scenario.ts'
import { open } from '../subjects.ts'
import { pass } from './pass.ts'

/**
 * Runs in the page: its clock goes a hundred times faster. The portal takes two requests a second, which would
 * make reading a million messages last for hours; what is held in memory does not depend on that, if what is let go
 * after half an hour is let go sooner as well. Requests are given the time that they are given otherwise.
 */
const HASTEN = `{
  const now = Date.now.bind(Date), began = now(), later = window.setTimeout
  Date.now = () => began + (now() - began) * 100
  window.setTimeout = (work, ms = 0, ...more) => later(work, ms > 10_000 && ms <= 60_000 ? ms : ms / 100, ...more)
}`

/** The heap after a number of messages has been passed, and what is mounted then. */
export const memory =
  (passed: number): Scenario =>
  async (tab, subject) => {
    if (subject.ours) await tab.page.addInitScript(HASTEN)
    await open(tab, subject, passed > 15_000 ? 'chat1000' : 'chat20')
    if (subject.ours) await pass(tab, passed)
    else {
      await subject.preload(tab, passed)
      for (let turn = 0; turn < 40; turn++) {
        await tab.page.evaluate(
          (share) => {
            const list = document.querySelector('[data-testid="message-list"]') as HTMLElement
            list.scrollTop = list.scrollHeight * share
          },
          1 - turn / 40,
        )
        await tab.frames(2)
      }
    }
    await tab.frames(60)
    const [rows, elements, heap] = [
      await tab.page.locator('[data-message-id]').count(),
      await tab.page.locator('*').count(),
      await tab.heap(),
    ]
    return { 'heap MB': heap, rows, elements }
  }
