import { largest, percentile, type Scenario } from '../scenario.ts'
import { open } from '../subjects.ts'
import type { Tab } from '../tab.ts'
import { pass } from './pass.ts'

/** How many messages are read before: the window holds a tenth of them. */
const READ = 5_000
/** What is typed, and taken back letter by letter; each letter changes what is found. */
const PHRASE = 'договор'

/** Of one key, ms. */
interface Keystroke {
  /** Until its hits are counted and painted. */
  readonly found: number
  /** Until the next paint after the key, as the browser reports it, in steps of 8 ms. */
  readonly paint: number
}

/** Typing into the find bar over what was read: how long each key takes until its hits are counted and painted. */
export const find: Scenario = async (tab, subject) => {
  await open(tab, subject, 'chat20')
  await pass(tab, READ)
  await tab.frames(60)
  await watchKeys(tab)
  await tab.page.keyboard.press('Control+f')
  const keys = [...PHRASE, ...[...PHRASE].map(() => 'Backspace'), ...PHRASE]
  const strokes: Keystroke[] = []
  for (const key of keys) strokes.push(await press(tab, key))
  const found = strokes.map((stroke) => stroke.found)
  const read = Number(/[\d,]+/.exec((await tab.page.locator('[data-find-count] p').textContent()) ?? '')?.[0].replace(',', ''))
  return {
    'messages read': read,
    hits: Number((await tab.page.locator('[data-find-count]').getAttribute('data-find-count'))?.split('/')[1]),
    'first key ms': found[0] ?? Number.NaN,
    'median ms': percentile(found, 0.5),
    'max ms': largest(found),
    'to paint, max ms': largest(strokes.map((stroke) => stroke.paint)),
  }
}

interface KeyWindow {
  readonly keyResult: () => Keystroke
}

/** Runs in the page: notes when a key went down, and when the words that it finds have been painted, with which the bar has been drawn. */
const watchKeys = (tab: Tab): Promise<void> =>
  tab.page.evaluate(() => {
    let down = 0
    let painted: number | null = null
    let paint = 0
    document.addEventListener(
      'beforeinput',
      (event) => {
        down = event.timeStamp
        painted = null
        paint = 0
      },
      { capture: true },
    )
    // The current hit is the last that is painted; rows that come later are painted as they come.
    // eslint-disable-next-line typescript/unbound-method -- it is called on what it belongs to
    const { clear } = Highlight.prototype
    Highlight.prototype.clear = function () {
      painted ??= performance.now()
      clear.call(this)
    }
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) if (startTime >= down - 1) paint = Math.max(paint, duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    Object.assign(window, { keyResult: () => ({ found: (painted ?? Infinity) - down, paint }) })
  })

async function press(tab: Tab, key: string): Promise<Keystroke> {
  // Of letters that are on no key of the layout the browser is told by their text.
  await (key.length > 1 ? tab.page.keyboard.press(key) : tab.page.keyboard.insertText(key))
  await tab.frames(30)
  return tab.page.evaluate(() => (window as unknown as KeyWindow).keyResult())
}
