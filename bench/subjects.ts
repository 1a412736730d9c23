import type { Tab } from './tab.ts'

interface OpenOptions {
  /** Every fourth message has a picture of unknown size. */
  readonly pictures?: boolean
  /** How far ahead of the reader the peers ask for older messages, px. */
  readonly aheadPx?: number
}

/** A viewer to be measured: ours, or a small page around a library. */
export interface Subject {
  readonly name: string
  readonly ours: boolean
  /** Address at which it shows the end of a dialog. */
  url(dialog: string, options?: OpenOptions): string
  /** Starts a jump to a message that is not loaded, from inside of the page. */
  jump(tab: Tab, id: number): Promise<void>
  /** Makes it hold a number of messages where it can; ours never holds that many, so it holds those near the end. */
  preload(tab: Tab, count: number): Promise<void>
}

/** The peers' pages in `peers/`, by the name of their file. */
export const peerNames = ['tanstack', 'virtua', 'virtuoso', 'visibility'] as const

interface PeerWindow {
  readonly peer: { jump(id: number): Promise<void>; preload(count: number): Promise<void> }
}

/** Farther than any scenario scrolls from where it began, px. */
const SPAN = 40_000

export const ours = (app: string): Subject => ({
  name: 'ours',
  ours: true,
  url: (dialog, { pictures = false } = {}) => `${app}?demo&lang=en&dialog=${pictures ? 'chat30' : dialog}`,
  jump: (tab, id) =>
    // As with the browser's own buttons: another entry of its history, and the app goes to what its address names.
    tab.page.evaluate((message) => {
      const query = new URLSearchParams(location.search)
      query.set('message', String(message))
      history.pushState(null, '', `?${query}`)
      dispatchEvent(new PopStateEvent('popstate', { state: null }))
    }, id),
  preload: async (tab) => {
    await tab.gesture(-SPAN, 8_000)
    await tab.frames(30)
    await tab.gesture(SPAN, 8_000)
  },
})

export const peer = (name: string, pages: string, portal: string, query = ''): Subject => ({
  name: name + query,
  ours: false,
  url: (dialog, { pictures = false, aheadPx } = {}) =>
    `${pages}${name}.html?portal=${encodeURIComponent(portal)}&dialog=${dialog}${pictures ? '&pictures' : ''}${aheadPx ? `&ahead=${aheadPx}` : ''}${query}`,
  jump: (tab, id) => tab.page.evaluate((message) => void (window as unknown as PeerWindow).peer.jump(message), id),
  preload: (tab, count) => tab.page.evaluate((wanted) => (window as unknown as PeerWindow).peer.preload(wanted), count),
})

/** Opens it and waits until its first messages have settled. */
export async function open(tab: Tab, subject: Subject, dialog: string, options?: OpenOptions): Promise<void> {
  await tab.page.goto(subject.url(dialog, options))
  await tab.page.locator('[data-message-id]').first().waitFor()
  await tab.frames(30)
}
