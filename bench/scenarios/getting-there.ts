import type { Locator } from '@playwright/test'
import type { Figures, Scenario } from '../scenario.ts'
import { open } from '../subjects.ts'
import type { Tab } from '../tab.ts'
import { framesDuring } from './frames.ts'

interface ArrivalWindow {
  readonly arrival: () => { readonly found: number | null; readonly requests: number }
}

/** How long it takes from an action until something is in sight, and how many requests were answered before it was. */
async function arrivalOf(tab: Tab, selector: string, act: () => Promise<void>): Promise<Figures> {
  await tab.page.evaluate((wanted) => {
    const began = performance.now()
    let found: number | null = null
    const frame = () => {
      const box = document.querySelector(wanted)?.getBoundingClientRect()
      if (box && box.bottom > 0 && box.top < innerHeight) found = performance.now() - began
      else requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    const answered = () =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry.name.includes('/rest/') && entry.startTime >= began)
        .filter((entry) => (entry as PerformanceResourceTiming).responseEnd <= began + (found ?? 0)).length
    Object.assign(window, { arrival: () => ({ found, requests: answered() }) })
  }, selector)
  await act()
  await tab.page.waitForFunction(() => (window as unknown as ArrivalWindow).arrival().found !== null)
  await tab.frames(2)
  const { found, requests } = await tab.page.evaluate(() => (window as unknown as ArrivalWindow).arrival())
  return { 'found ms': found ?? Number.NaN, requests }
}

/** From a word in the search's box until the first that holds it is in sight. */
export const firstHits: Scenario = async (tab, subject) => {
  await open(tab, subject, 'chat1000')
  await tab.page.getByRole('button', { name: 'Search', exact: true }).click()
  await tab.page.getByRole('combobox', { name: 'Search in this chat' }).waitFor()
  // What else comes to the messages would be counted along.
  await railOf(tab).waitFor()
  await tab.frames(60)
  return arrivalOf(tab, '[data-hit-id]', () => tab.page.keyboard.insertText('договор'))
}

/** From a name in the chat switcher until the portal has found who bears it; nobody among the recent chats does. */
export const goToChat: Scenario = async (tab, subject) => {
  await open(tab, subject, 'chat1000')
  await railOf(tab).waitFor()
  await tab.page.keyboard.press('Control+k')
  await tab.page.getByRole('option').first().waitFor()
  await tab.frames(60)
  return arrivalOf(tab, 'dialog [role="option"]:only-of-type', () => tab.page.keyboard.insertText('anna john'))
}

/** Where the rail is, once it is there. */
async function railBox(rail: Locator): Promise<{ x: number; y: number; height: number }> {
  await rail.waitFor()
  const box = await rail.boundingBox()
  if (!box) throw new Error('there is no rail')
  return { x: box.x + box.width / 2, y: box.y, height: box.height }
}

const railOf = (tab: Tab): Locator => tab.page.getByRole('slider', { name: 'Timeline' })

/** From letting go of the rail until the first message of the day is in sight. */
export const anyDate: Scenario = async (tab, subject) => {
  await open(tab, subject, 'chat1000')
  const { x, y, height } = await railBox(railOf(tab))
  await tab.page.mouse.move(x, y + height * 0.9)
  await tab.page.mouse.down()
  await tab.page.mouse.move(x, y + height * 0.4, { steps: 5 })
  return arrivalOf(tab, '[data-testid="message-list"] [data-highlighted]', () => tab.page.mouse.up())
}

const DRAG_MS = 5_000

/** The rail pulled to and fro, as fast as a hand does it: how long frames take. */
export const railDrag: Scenario = async (tab, subject) => {
  await open(tab, subject, 'chat1000')
  const { x, y, height } = await railBox(railOf(tab))
  await tab.frames(60)
  await tab.page.mouse.move(x, y + height * 0.9)
  await tab.page.mouse.down()
  const figures = await framesDuring(tab, async () => {
    const until = Date.now() + DRAG_MS
    for (let step = 0; Date.now() < until; step++) {
      const share = 0.5 + 0.45 * Math.cos(step / 40)
      await tab.cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y: y + height * share, button: 'left', buttons: 1 })
    }
  })
  await tab.page.keyboard.press('Escape')
  await tab.page.mouse.up()
  return figures
}
