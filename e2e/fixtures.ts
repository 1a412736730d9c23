import { expect, test as base, type BrowserContext, type CDPSession, type Locator, type Page, type Request } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import type { LogEntry, SessionSettings } from '../demo/state/session.ts'
import { DEMO_PORT, PORT } from './ports.ts'

export const PORTAL = `http://localhost:${DEMO_PORT}`

/** A portal of the test's own: settings, faults and log are not shared. */
export class PortalControl {
  readonly secret = `test${randomBytes(8).toString('hex')}`

  get webhook(): string {
    return `${PORTAL}/rest/503/${this.secret}/`
  }

  get #address(): string {
    return `${PORTAL}/_demo/sessions/${this.secret}`
  }

  async configure(settings: SessionSettings): Promise<void> {
    await fetch(this.#address, { method: 'PUT', body: JSON.stringify({ burst: 10_000, perSecond: 1_000, ...settings }) })
  }

  async log(): Promise<{ log: LogEntry[]; writing: string[] }> {
    return (await (await fetch(`${this.#address}/log`)).json()) as { log: LogEntry[]; writing: string[] }
  }

  /** Forgets what was called: after what is meant to change something. */
  async clearLog(): Promise<void> {
    await fetch(`${this.#address}/log`, { method: 'DELETE' })
  }

  /** Ends all access tokens that frames were given. */
  async expireTokens(): Promise<void> {
    await fetch(`${this.#address}/tokens`, { method: 'DELETE' })
  }

  async #change(change: string, body: Readonly<Record<string, unknown>>): Promise<unknown> {
    const response = await fetch(`${this.#address}/${change}`, { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`the demo portal refused to ${change}: ${await response.text()}`)
    return response.json()
  }

  /** Deletes messages completely: they leave no trace. */
  async vanish(dialogId: string, ids: readonly number[]): Promise<void> {
    await this.#change('vanish', { dialogId, ids })
  }

  /** Takes messages back: they stay, and say so. */
  async softDelete(dialogId: string, ids: readonly number[]): Promise<void> {
    await this.#change('delete', { dialogId, ids })
  }

  /** Gives a message a new text and the mark of an edited one. */
  async edit(dialogId: string, id: number, text: string): Promise<void> {
    await this.#change('edit', { dialogId, id, text })
  }

  /** Sets a time to messages after which they are gone. @returns that time, epoch ms */
  async disappear(dialogId: string, ids: readonly number[], inSeconds: number): Promise<number> {
    return ((await this.#change('disappear', { dialogId, ids, inSeconds })) as { at: number }).at
  }

  /** Says who reacts to a message; nobody takes the reaction away. @param reaction `like`, which pages tell, or another one, which a search tells */
  async react(dialogId: string, id: number, reaction: string, userIds: readonly number[]): Promise<void> {
    await this.#change('react', { dialogId, id, reaction, userIds })
  }

  /** Writes a message at the end of a dialog (any but `chat50`), unread. @returns its id */
  async send(dialogId: string, message: { readonly authorId: number; readonly text: string; readonly params?: unknown }): Promise<number> {
    return ((await this.#change('send', { dialogId, ...message })) as { id: number }).id
  }
}

/** Chooses what a narrow header has no button for. @param name of the item */
export async function chooseMore(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^(?:More|Ещё)$/ }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

/** Waits until what has closed has given its entry of the history back: a page that is loaded anew before that stays where it is. */
export async function closedOver(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => (history.state as { layer?: string } | null)?.layer ?? null)).toBeNull()
}

/** The timeline as a person uses it. */
export class TimelinePage {
  readonly page: Page
  readonly #portal: PortalControl
  /** Calls to the portal without an answer yet. */
  readonly #underWay = new Set<Request>()
  #cdp: Promise<CDPSession> | null = null

  constructor(page: Page, portal: PortalControl) {
    this.page = page
    this.#portal = portal
    page.on('request', (request) => request.url().includes('/rest/') && this.#underWay.add(request))
    page.on('requestfinished', (request) => this.#underWay.delete(request))
    page.on('requestfailed', (request) => this.#underWay.delete(request))
  }

  get scroller(): Locator {
    return this.page.getByTestId('message-list')
  }

  message(id: number): Locator {
    return this.scroller.locator(`[data-message-id="${id}"]`)
  }

  edge(end: 'oldest' | 'newest'): Locator {
    return this.scroller.locator(`[data-edge="${end}"]`)
  }

  /**
   * The reader is signed in to the portal: its own addresses give the bytes of files, which then take no calls. Where messages are read by
   * the hundred, links to files would fill the portal's bucket, and each page of messages wait for two calls a second.
   */
  async signIn(): Promise<void> {
    await this.page.context().addCookies([{ name: 'PHPSESSID', value: 'demo', url: PORTAL }])
  }

  /** Opens a dialog, connected by webhook as after the connect screen. */
  async open(dialogId: string, query = ''): Promise<void> {
    await this.page.addInitScript((webhook) => sessionStorage.setItem('webhook', webhook), this.#portal.webhook)
    await this.page.goto(`/?dialog=${dialogId}&lang=en${query}`)
    await expect(this.scroller).toBeVisible()
  }

  /** Goes to a message by the address, as Forward does: without loading the page anew. */
  async go(dialogId: string, id: number): Promise<void> {
    await this.page.evaluate((search) => {
      history.pushState(null, '', search)
      dispatchEvent(new PopStateEvent('popstate'))
    }, `?dialog=${dialogId}&message=${id}&lang=en`)
    await expect(this.message(id)).toBeInViewport()
  }

  /** The topmost message that begins in sight, by which a place is kept, and where it stands, px. What is learned of others may be shown by now. */
  topmost(): Promise<{ id: number; top: number }> {
    return this.scroller.evaluate((list) => {
      const { top: edge } = list.getBoundingClientRect()
      const row = [...list.querySelectorAll('article')].find((candidate) => candidate.getBoundingClientRect().top >= edge)
      const id = Number(row?.querySelector<HTMLElement>('[data-message-id]')?.dataset['messageId'])
      return { id, top: row?.getBoundingClientRect().top ?? 0 }
    })
  }

  /** Checks that what was topmost is so again, to the pixel. */
  async stands({ id, top }: { readonly id: number; readonly top: number }): Promise<void> {
    const now = await this.topmost()
    expect(now.id).toBe(id)
    expect(Math.abs(now.top - top)).toBeLessThanOrEqual(1)
  }

  /** Waits until the browser's history knows where the list stands, which is half a second after it has last moved. */
  async placeSaved(): Promise<void> {
    await expect
      .poll(() =>
        this.scroller.evaluate((list) => {
          const anchor = (history.state as { left: { anchor: { id: number; offset: number } } | null }).left?.anchor
          const row = list.querySelector(`[data-message-id="${anchor?.id}"]`)?.closest('article')
          if (!anchor || !row) return Infinity
          return Math.abs(row.getBoundingClientRect().top - list.getBoundingClientRect().top - anchor.offset)
        }),
      )
      .toBeLessThan(1)
  }

  /** Distance of a message from the scroller's top edge, px. */
  async offsetOf(id: number): Promise<number> {
    return this.message(id).evaluate(
      (row) => row.getBoundingClientRect().top - (row.closest('[data-testid]') as Element).getBoundingClientRect().top,
    )
  }

  /** Ids of the mounted messages, in order. */
  ids(): Promise<number[]> {
    return this.scroller
      .locator('[data-message-id]')
      .evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset['messageId'])))
  }

  /** Ids of the messages that are wholly in the viewport, in order. */
  inSight(): Promise<number[]> {
    return this.scroller.evaluate((scroller) => {
      const box = scroller.getBoundingClientRect()
      const rows = [...scroller.querySelectorAll<HTMLElement>('[data-message-id]')]
      const seen = rows.filter((row) => row.getBoundingClientRect().top >= box.top && row.getBoundingClientRect().bottom <= box.bottom)
      return seen.map((row) => Number(row.dataset['messageId']))
    })
  }

  /** The message at the middle of the viewport. */
  reading(): Promise<{ id: number; top: number }> {
    return this.scroller.evaluate((scroller) => {
      const box = scroller.getBoundingClientRect()
      const middle = box.top + box.height / 2
      let best = { id: 0, top: 0, away: Infinity }
      for (const row of scroller.querySelectorAll<HTMLElement>('[data-message-id]')) {
        const { top, bottom } = row.getBoundingClientRect()
        const away = top <= middle && bottom >= middle ? 0 : Math.min(Math.abs(top - middle), Math.abs(bottom - middle))
        if (away < best.away) best = { id: Number(row.dataset['messageId']), top, away }
      }
      return best
    })
  }

  async #session(): Promise<CDPSession> {
    this.#cdp ??= this.page.context().newCDPSession(this.page)
    return this.#cdp
  }

  /** Turns the wheel over the list; negative is towards older messages. Resolves when it has been handled. */
  async wheel(deltaY: number): Promise<void> {
    const box = await this.scroller.boundingBox()
    if (!box) throw new Error('there is no message list')
    await (
      await this.#session()
    ).send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: box.x + box.width / 2, y: box.y + box.height / 2, deltaX: 0, deltaY })
  }

  /** Turns the wheel until something holds. How far that is depends on how much has been loaded. @param step px a turn */
  async wheelUntil(step: number, holds: () => Promise<boolean>): Promise<void> {
    await expect(async () => {
      await this.wheel(step)
      await this.drawn()
      expect(await holds()).toBe(true)
    }).toPass({ intervals: [0], timeout: 60_000 })
  }

  async throttle(rate: number): Promise<void> {
    await (await this.#session()).send('Emulation.setCPUThrottlingRate', { rate })
  }

  /** One continuous gesture. @param distance px, negative is towards older messages @param speed px a second */
  async gesture(distance: number, speed: number): Promise<void> {
    const box = await this.scroller.boundingBox()
    if (!box) throw new Error('there is no message list')
    await (
      await this.#session()
    ).send('Input.synthesizeScrollGesture', {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      yDistance: -distance,
      speed,
      gestureSourceType: 'mouse',
      preventFling: true,
    })
  }

  /** Drags of a finger, each half a screen long. @param drags how many, downwards: towards older messages */
  async touch(drags: number): Promise<void> {
    const box = await this.scroller.boundingBox()
    if (!box) throw new Error('there is no message list')
    const cdp = await this.#session()
    const x = box.x + box.width / 2
    const from = box.y + box.height / 4
    for (let drag = 0; drag < drags; drag++) {
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y: from }] })
      for (let step = 1; step <= 10; step++) {
        await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: from + (step * box.height) / 20 }] })
        await this.frame()
      }
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }
  }

  async #frames(count: number): Promise<void> {
    await this.page.evaluate(async (wanted) => {
      for (let frame = 0; frame < wanted; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
    }, count)
  }

  /** Waits for one frame, which may not show yet what has just been done. */
  frame(): Promise<void> {
    return this.#frames(1)
  }

  /** Waits until the page has drawn what it knows: a change before this call is on the screen after it. */
  drawn(): Promise<void> {
    return this.#frames(2)
  }

  /**
   * Waits until nothing is under way that could change the list: it is not being scrolled, reads no page, has an answer to
   * all that it asked, and draws the same rows at the same places again.
   */
  async settled(): Promise<void> {
    const state = () =>
      this.scroller.evaluate((list) => ({
        busy: 'scrolling' in (list as HTMLElement).dataset || list.querySelector('[data-loading]') !== null,
        rows: [...list.querySelectorAll<HTMLElement>('[data-message-id]')].map(
          (row) => `${row.dataset['messageId']} ${row.getBoundingClientRect().top} ${row.offsetHeight}`,
        ),
      }))
    await expect(async () => {
      const before = await state()
      await this.drawn()
      expect(this.#underWay.size, 'calls without an answer').toBe(0)
      expect(before.busy, 'the list is being scrolled or read').toBe(false)
      expect(await state(), 'rows and their places').toEqual(before)
    }).toPass({ intervals: [0], timeout: 20_000 })
  }

  /** Waits until what loads after the messages is there as well: the header, message actions, and what answers to keys. */
  async complete(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(this.page.getByTestId('message-actions')).toBeAttached()
    // Mounted together with what listens to keys.
    await expect(this.page.getByTestId('page-news')).toBeAttached()
    await this.settled()
  }

  /**
   * Scrolls to an end of the history and collects every id that was mounted on the way. Retry is pressed
   * where the list offers it.
   * @param until the message at which it is far enough
   */
  async collect(
    direction: 'older' | 'newer',
    { step = 900, timeoutMs = 150_000, until: last }: { step?: number; timeoutMs?: number; until?: number } = {},
  ): Promise<number[]> {
    const seen = new Set<number>()
    const until = Date.now() + timeoutMs
    for (;;) {
      await this.drawn()
      const { ids, atEnd } = await this.scroller.evaluate((list, up) => {
        const button = list.querySelector<HTMLElement>('[role="alert"] button')
        // Here and now: it may be gone when it would be pressed from outside.
        if (button?.textContent.startsWith('Retry')) button.click()
        return {
          ids: [...list.querySelectorAll<HTMLElement>('[data-message-id]')].map((row) => Number(row.dataset['messageId'])),
          atEnd:
            (up ? list.scrollTop <= 0 : list.scrollTop + list.clientHeight >= list.scrollHeight - 1) &&
            list.querySelector(`[data-edge="${up ? 'oldest' : 'newest'}"]`) !== null,
        }
      }, direction === 'older')
      for (const id of ids) seen.add(id)
      if (atEnd || (last !== undefined && seen.has(last))) break
      if (Date.now() > until) throw new Error(`the ${direction} end was not reached: ${seen.size} messages seen`)
      await this.wheel(direction === 'older' ? -step : step)
    }
    return [...seen].sort((a, b) => a - b)
  }
}

interface TestFixtures {
  /** Whether the test gets a browser that has never seen the app. The others may get one that has kept its files, and nothing else. */
  firstVisit: boolean
  portal: PortalControl
  timeline: TimelinePage
  noErrors: undefined
}

interface WorkerFixtures {
  /** Contexts of the tests before, by their options. */
  keptContexts: Map<string, BrowserContext>
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  firstVisit: [false, { option: true }],
  keptContexts: [async ({}, provide) => provide(new Map()), { scope: 'worker' }],
  // A new context has to fetch every file of the app again, a quarter of the work of opening it.
  context: async (
    // What contexts differ by. A test that uses another option of theirs adds it here.
    { browser, keptContexts, firstVisit, viewport, hasTouch, isMobile, locale, timezoneId, colorScheme, deviceScaleFactor, contextOptions },
    provide,
    test,
  ) => {
    const options = JSON.stringify([viewport, hasTouch, isMobile, locale, timezoneId, colorScheme, deviceScaleFactor, contextOptions])
    const context = (firstVisit ? undefined : keptContexts.get(options)) ?? (await browser.newContext())
    await provide(context)
    if (firstVisit || test.status !== test.expectedStatus) return context.close()
    await Promise.all([context.setOffline(false), context.unrouteAll(), context.clearPermissions(), context.clearCookies()])
    await Promise.all(context.pages().map((page) => page.close()))
    keptContexts.set(options, context)
  },
  page: async ({ context }, provide) => {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    // What the pages before noted as they closed is there by now.
    for (const port of [PORT, DEMO_PORT]) {
      await cdp.send('Storage.clearDataForOrigin', { origin: `http://localhost:${port}`, storageTypes: 'all' })
    }
    await cdp.detach()
    await provide(page)
  },
  portal: async ({}, provide) => {
    const portal = new PortalControl()
    await portal.configure({})
    await provide(portal)
    expect((await portal.log()).writing, 'reading writes nothing').toEqual([])
  },
  timeline: async ({ page, portal }, provide) => provide(new TimelinePage(page, portal)),
  noErrors: [
    async ({ page }, provide) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
      await provide(undefined)
      expect(errors, 'errors of the page').toEqual([])
    },
    { auto: true },
  ],
})
export { expect }
