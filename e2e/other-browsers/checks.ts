import assert from 'node:assert/strict'
import { sampleId, seed } from '../seeds.ts'
import type { Driver, Point } from './Driver.ts'
import * as inPage from './in-page.ts'

export interface Places {
  /** Addresses that end in a slash. */
  readonly app: string
  readonly portal: string
}

interface Check {
  readonly name: string
  readonly run: (browser: Driver, places: Places) => Promise<void>
}

const LIST = '[data-testid="message-list"]'
const messageAt = (id: number): string => `${LIST} [data-message-id="${id}"]`
const media = (number: number): number => 300_000 + number * 3
const [FILM, PDF] = [media(17), media(23)]
const [RUSSIAN, ENGLISH, CODE] = [sampleId('plain russian'), sampleId('plain english'), sampleId('code block')]

/** How long the page may take for what it does by itself, ms; against what never comes. */
const PATIENCE_MS = 60_000
const LOOK_MS = 25

/** Asks the page until the answer is good. */
async function until<T>(what: string, ask: () => Promise<T>, isGood: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const answer = await ask()
    if (isGood(answer)) return answer
    if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

const isThere = (browser: Driver, selector: string) => until(selector, () => browser.evaluate(inPage.has, [selector]), Boolean)

const isGone = (browser: Driver, selector: string) =>
  until(
    `no ${selector}`,
    () => browser.evaluate(inPage.has, [selector]),
    (there) => !there,
  )

const says = (browser: Driver, selector: string, words: string) =>
  until(
    selector,
    () => browser.evaluate(inPage.textOf, [selector]),
    (text) => text?.includes(words) === true,
  )

/** Where to press, once it is there. */
const pointOn = (browser: Driver, selector: string, words = ''): Promise<Point> =>
  until(
    `${selector} ${words}`,
    () => browser.evaluate(inPage.pointOn, [selector, words]),
    (point) => point !== null,
  ) as Promise<Point>

/** Opens a dialog and waits until its messages have come to rest. @param query more of the address, from `&` on */
async function open(browser: Driver, { app }: Places, dialog: string, query = ''): Promise<void> {
  await browser.open(`${app}?demo&lang=en&dialog=${dialog}${query}`)
  await browser.evaluate(inPage.settled, [10])
}

/** Turns the wheel over the list, with a frame between the turns. @param deltaY px a turn; negative is towards older messages */
async function turn(browser: Driver, times: number, deltaY: number): Promise<void> {
  const middle = await browser.evaluate(inPage.middleOfList, [])
  for (let time = 0; time < times; time++) {
    // A page that is still being loaded is no reason for a turn to end at the top, and each turn has a frame of its own.
    await browser.evaluate(inPage.roomAbove, [4 * Math.abs(deltaY)])
    await browser.wheel(middle, deltaY)
  }
}

/** Checks that the message that is being read still stands where it stood. */
async function stands(browser: Driver, { id, top }: { readonly id: string; readonly top: number }, after: string): Promise<void> {
  const off = (now: number | null) => (now === null ? Infinity : Math.abs(now - top))
  await until(
    `px from its place after ${after}`,
    async () => off(await browser.evaluate(inPage.topOf, [id])),
    (px) => px <= 1,
  )
  await browser.evaluate(inPage.settled, [5])
  assert.ok(off(await browser.evaluate(inPage.topOf, [id])) <= 1, `message ${id} left its place again after ${after}`)
}

export const checks: readonly Check[] = [
  {
    name: 'chats open at their very end, and stay there',
    async run(browser, places) {
      for (const dialog of ['chat20', '547', 'chat30']) {
        await open(browser, places, dialog)
        // WebKit has been seen to change its mind a tenth of a second later.
        await browser.evaluate(inPage.settled, [20])
        const px = await browser.evaluate(inPage.pxToEnd, [])
        assert.ok(Math.abs(px) <= 1, `${dialog} stands ${px} px above its end`)
      }
    },
  },
  {
    name: 'of 40 turns of the wheel none is lost',
    async run(browser, places) {
      const [turns, deltaY] = [40, -120]
      await open(browser, places, 'chat20')
      await browser.evaluate(inPage.watchTravel, [])
      await turn(browser, turns, deltaY)
      await browser.evaluate(inPage.settled, [10])
      const { px, unknown } = await browser.evaluate(inPage.travelled, [])
      assert.equal(unknown, 0, 'frames that have no message in common with the one before')
      assert.equal(Math.round(px / -deltaY), turns, `the messages have moved by ${px} px`)
    },
  },
  {
    name: 'a row above grows, and nothing that is read moves',
    async run(browser, places) {
      await open(browser, places, 'chat20')
      await turn(browser, 8, -250)
      await browser.evaluate(inPage.settled, [5])
      for (const where of ['out of sight', 'in sight'] as const) {
        let before = await browser.evaluate(inPage.reading, [])
        // How high the rows are depends on how letters are drawn: one may take all that is above the line.
        for (let tries = 0; !(await browser.evaluate(inPage.growAbove, [where])); tries++) {
          assert.ok(tries < 10, `there is no row ${where} above the line`)
          await turn(browser, 1, -100)
          await browser.evaluate(inPage.settled, [5])
          before = await browser.evaluate(inPage.reading, [])
        }
        await stands(browser, before, `a row ${where} has grown`)
      }
    },
  },
  {
    name: 'the place is noted as soon as the list is at rest',
    async run(browser, places) {
      await open(browser, places, 'chat20', `&message=${seed('chat20').idAt(5_000)}`)
      await turn(browser, 6, -250)
      await until(
        'px between the noted place and the true one',
        () => browser.evaluate(inPage.notedOff, []),
        (px) => px !== null && px < 1,
      )
    },
  },
  {
    name: 'Ctrl+Home leads to the beginning, and Back to the pixel where one was',
    async run(browser, places) {
      await open(browser, places, 'chat20', `&message=${seed('chat20').idAt(5_000)}`)
      await turn(browser, 1, -333)
      await browser.evaluate(inPage.settled, [5])
      const before = await browser.evaluate(inPage.reading, [])
      await browser.evaluate(inPage.focus, [LIST])
      await browser.press('Control', 'Home')
      await isThere(browser, `${LIST} [data-edge="oldest"]`)
      await isThere(browser, messageAt(seed('chat20').idAt(0)))
      await browser.evaluate(inPage.settled, [5])
      await browser.evaluate(inPage.back, [])
      await stands(browser, before, 'Back')
    },
  },
  {
    name: 'a right press opens the menu of a message, and Escape closes it',
    async run(browser, places) {
      await open(browser, places, 'chat1', `&message=${RUSSIAN}`)
      await isThere(browser, '[data-testid="message-actions"]')
      await browser.click(await pointOn(browser, `${messageAt(RUSSIAN)} [data-message-text]`), { button: 'right' })
      await until('focus in the menu', () => browser.evaluate(inPage.focused, ['[role="menuitem"]']), Boolean)
      await browser.press('Escape')
      await isGone(browser, '[role="menu"]')
    },
  },
  {
    name: 'a finger that rests on a message opens its menu as a sheet, and taps select more of them',
    async run(browser, places) {
      await open(browser, places, 'chat1', `&message=${RUSSIAN}`)
      await isThere(browser, '[data-testid="message-actions"]')
      const [first, second] = [RUSSIAN, ENGLISH].map((id) => `${messageAt(id)} [data-message-text]`) as [string, string]
      await browser.evaluate(inPage.finger, [first, 'pointerdown'])
      await isThere(browser, '[role="dialog"] [role="menu"]')
      await browser.evaluate(inPage.finger, [first, 'pointerup'])
      await browser.click(await pointOn(browser, '[role="menuitem"]', 'Select'))
      await isGone(browser, '[role="menu"]')
      await says(browser, '[role="toolbar"]', '1 message selected')
      await browser.evaluate(inPage.finger, [second, 'pointerdown'])
      await browser.evaluate(inPage.finger, [second, 'pointerup'])
      await says(browser, '[role="toolbar"]', '2 messages selected')
    },
  },
  {
    name: 'Back closes a menu and then a selection, and stays in the chat',
    async run(browser, places) {
      await open(browser, places, 'chat1', `&message=${RUSSIAN}`)
      await isThere(browser, '[data-testid="message-actions"]')
      const text = `${messageAt(RUSSIAN)} [data-message-text]`
      await browser.click(await pointOn(browser, text), { held: 'Shift' })
      await isThere(browser, '[role="toolbar"]')
      await browser.click(await pointOn(browser, text), { button: 'right' })
      await isThere(browser, '[role="menu"]')
      await browser.evaluate(inPage.back, [])
      await isGone(browser, '[role="menu"]')
      await isThere(browser, '[role="toolbar"]')
      await browser.evaluate(inPage.back, [])
      await isGone(browser, '[role="toolbar"]')
      await isThere(browser, text)
    },
  },
  {
    name: 'messages that are chosen with Shift are copied with time and author',
    async run(browser, places) {
      await open(browser, places, 'chat1', `&message=${RUSSIAN}`)
      await isThere(browser, '[data-testid="message-actions"]')
      for (const id of [ENGLISH, RUSSIAN])
        await browser.click(await pointOn(browser, `${messageAt(id)} [data-message-text]`), { held: 'Shift' })
      await until(
        'the selection',
        () => browser.evaluate(inPage.textOf, ['[role="toolbar"]']),
        (text) => text?.includes('2 messages') ?? false,
      )
      await browser.press('Control', 'c')
      await browser.evaluate(inPage.addField, [])
      await browser.press('Control', 'v')
      const lines = /^\[\d\d\.\d\d\.\d{4} \d\d:\d\d[^\]]*\] [^:]+: .+\n\[\d\d\.\d\d\.\d{4} \d\d:\d\d[^\]]*\] Анна Петрова: Доброе утро!/
      await until(
        'what is pasted',
        () => browser.evaluate(inPage.pasted, []),
        (text) => lines.test(text),
      )
    },
  },
  {
    name: 'code has colours',
    async run(browser, places) {
      await open(browser, places, 'chat1', `&message=${CODE}`)
      await until(
        'coloured pieces',
        () => browser.evaluate(inPage.coloured, [messageAt(CODE)]),
        (pieces) => pieces > 0,
      )
    },
  },
  {
    name: 'a film plays at one press',
    async run(browser, places) {
      await open(browser, places, 'chat30', `&message=${FILM}`)
      await browser.click(await pointOn(browser, `${messageAt(FILM)} button`, '^Play'))
      await until(
        'seconds played',
        () => browser.evaluate(inPage.filmTime, []),
        (time) => time !== null && time > 0,
      )
    },
  },
  {
    name: 'a PDF is drawn, can be searched, and is scrolled by the keys',
    async run(browser, places) {
      await open(browser, places, 'chat30', `&message=${PDF}`)
      await browser.click(await pointOn(browser, `${messageAt(PDF)} button`, '\\.pdf$'))
      await until('ink', () => browser.evaluate(inPage.hasInk, []), Boolean)
      await until(
        'text',
        () => browser.evaluate(inPage.textOf, ['dialog [data-page]']),
        (text) => text?.includes('Act of acceptance') ?? false,
      )
      await browser.press('PageDown')
      await until(
        'px scrolled',
        () => browser.evaluate(inPage.scrolledBy, ['dialog [role="group"]']),
        (px) => px > 0,
      )
    },
  },
  {
    name: 'a placement is opened by POST, with a token that has to be renewed',
    async run(browser, { portal }) {
      await browser.open(`${portal}placement/?PLACEMENT=IM_SIDEBAR&dialogId=chat20&session=demo&token=expired&width=420`)
      await browser.evaluate(inPage.settled, [10], 'iframe#app')
      assert.ok(Math.abs(await browser.evaluate(inPage.pxToEnd, [], 'iframe#app')) <= 1)
      assert.ok(await browser.evaluate(inPage.has, [messageAt(seed('chat20').idAt(19_999))], 'iframe#app'))
    },
  },
  {
    name: 'no page had an error, and nothing was written to the portal',
    async run(browser, { portal }) {
      const { writing } = (await (await fetch(`${portal}_demo/sessions/demo/log`)).json()) as { readonly writing: readonly string[] }
      assert.deepEqual(writing, [])
      assert.deepEqual(browser.errors(), [])
    },
  },
]
