import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

// The page is on another port than the portal and has never been logged in there: the portal's cookie is not sent.

const at = (number: number): number => 300_000 + number * 3
const ALBUM = at(7)
const VOICE = at(11)
const FILM = at(17)
const PDF = at(23)

const linkCalls = (log: readonly { readonly method: string; readonly batchKey: string | null }[], method = 'im.v2.file.download') =>
  log.filter((entry) => entry.method.toLowerCase() === method)

test('without the portal’s cookie every picture is there all the same, its bytes fetched once', async ({ timeline, portal }) => {
  await timeline.open('chat30', `&message=${ALBUM}`)
  const pictures = timeline.message(ALBUM).locator('img')
  await expect(pictures).toHaveCount(3)
  for (const picture of await pictures.all()) await expect(picture).toHaveJSProperty('complete', true)
  await expect
    .poll(() => pictures.evaluateAll((images) => images.every((image) => (image as HTMLImageElement).naturalWidth > 0)))
    .toBe(true)
  const asked = linkCalls((await portal.log()).log).map((entry) => JSON.stringify(entry))
  for (const file of [0, 1, 2]) expect(asked.filter((entry) => entry.includes(String(ALBUM * 10 + file)))).toHaveLength(1)
  // Away and back.
  await timeline.scroller.focus()
  await timeline.wheelUntil(900, async () => (await timeline.message(ALBUM).count()) === 0)
  await timeline.wheelUntil(-900, async () => (await timeline.message(ALBUM).count()) === 1)
  await expect
    // After this many pictures the app requests two a second.
    .poll(() => pictures.evaluateAll((images) => images.filter((image) => (image as HTMLImageElement).src.startsWith('blob:')).length), {
      timeout: 40_000,
    })
    .toBe(3)
})

test('a portal without the method for links gives its files by the older one', async ({ timeline, portal }) => {
  await portal.configure({ missingMethods: ['im.v2.file.download'], scopes: ['im', 'disk'] })
  await timeline.open('chat30', `&message=${ALBUM}`)
  await expect
    .poll(() =>
      timeline
        .message(ALBUM)
        .locator('img')
        .evaluateAll((images) => images.filter((image) => (image as HTMLImageElement).naturalWidth > 0).length),
    )
    .toBe(3)
  expect(linkCalls((await portal.log()).log, 'disk.file.get').length).toBeGreaterThanOrEqual(3)
})

test('a picture that can not be had says what it is, and can be asked for again', async ({ timeline, portal, page }) => {
  await portal.configure({ missingMethods: ['im.v2.file.download', 'disk.file.get'] })
  await timeline.open('chat30', `&message=${ALBUM}`)
  const row = timeline.message(ALBUM)
  await expect(row.getByRole('button', { name: /^Retry/ })).toHaveCount(3)
  await expect(row).toContainText(/PNG · \d/)
  await expect(row.getByRole('link', { name: 'Open in Bitrix24' }).first()).toHaveAttribute('target', '_blank')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test('files that never arrive are three at a time, and hold up nothing that is read', async ({ timeline, page }) => {
  let asked = 0
  // Neither answered nor refused.
  await page.route('**/rest/download.json*', () => void asked++)
  await timeline.open('chat30', `&message=${at(60)}`)
  await expect.poll(() => asked).toBe(3)
  await expect(timeline.edge('oldest')).toHaveCount(0)
  await timeline.scroller.focus()
  await timeline.wheelUntil(-1_500, async () => (await timeline.edge('oldest').count()) === 1)
})

test('pictures are looked at one after the other beyond what is loaded, and the reader comes back to the row', async ({
  timeline,
  page,
}) => {
  await timeline.open('chat30', `&message=${ALBUM}`)
  await expect
    .poll(() => timeline.scroller.locator('img').evaluateAll((images) => images.every((image) => (image as HTMLImageElement).complete)))
    .toBe(true)
  const before = await timeline.reading()
  const opener = timeline
    .message(ALBUM)
    .getByRole('button', { name: /^Open picture/ })
    .first()
  await opener.click()
  const viewer = page.getByRole('dialog', { name: 'Chat pictures' })
  await expect(viewer.locator('img').first()).toBeVisible()
  const place = viewer.getByRole('status')
  const index = async () => Number(/^\d+/.exec((await place.textContent()) ?? '')?.[0])
  await expect(place).toHaveText(/^\d+ of \d+/)
  const first = await index()
  await page.keyboard.press('ArrowRight')
  await expect.poll(index).toBe(first + 1)
  await viewer.getByRole('button', { name: 'Zoom in' }).click()
  await expect(viewer.getByRole('button', { name: 'Zoom out' })).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(viewer).toHaveCount(0)
  await expect(opener).toBeFocused()
  const after = await timeline.reading()
  expect(after.id).toBe(before.id)
  // Pages that arrive meanwhile are placed to the pixel, no finer.
  expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1)
})

test('the viewer walks on to the first picture of the chat, beyond what was loaded, and shows it there', async ({ timeline, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await timeline.open('chat30', `&message=${at(60)}`)
  await expect(timeline.message(at(0))).toHaveCount(0)
  await timeline
    .message(at(60))
    .getByRole('button', { name: /^Open picture/ })
    .first()
    .click()
  const viewer = page.getByRole('dialog', { name: 'Chat pictures' })
  const place = viewer.getByRole('status')
  await expect(place).toHaveText(/^\d+ of \d+/)
  await expect(async () => {
    await page.keyboard.press('ArrowLeft')
    await expect(place).toHaveText(/^1 of \d+\+?$/, { timeout: 100 })
    await expect(viewer.getByRole('button', { name: 'Previous' })).toBeDisabled({ timeout: 100 })
  }).toPass({ timeout: 60_000, intervals: [0] })
  await viewer.getByRole('button', { name: 'Show in chat' }).click()
  await expect(viewer).toHaveCount(0)
  await expect(timeline.message(at(0))).toBeInViewport()
  await expect(timeline.message(at(0))).toHaveAttribute('data-highlighted', 'true')
})

/** Sound goes a tenth as fast: a note of six seconds is not over before a machine that is busy has looked at it. */
async function slowSound(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const media = HTMLMediaElement.prototype
    const rate = Object.getOwnPropertyDescriptor(media, 'playbackRate')
    const play = Object.getOwnPropertyDescriptor(media, 'play')?.value as () => Promise<void>
    Object.defineProperty(media, 'playbackRate', {
      get: () => 1,
      set(this: HTMLMediaElement, value: number) {
        rate?.set?.call(this, value / 10)
      },
    })
    media.play = function () {
      this.playbackRate = 1
      return play.call(this)
    }
  })
}

test('a voice note goes on when its row is away, at the speed that was chosen, and the next one follows', async ({ timeline, page }) => {
  await slowSound(page)
  await timeline.open('chat30', `&message=${VOICE}`)
  const row = timeline.message(VOICE)
  await row.getByRole('button', { name: 'Play Voice message' }).click()
  await expect(row.getByRole('button', { name: 'Pause Voice message' })).toBeVisible()
  const seek = row.getByRole('slider', { name: 'Position in Voice message' })
  await expect(seek).toBeEnabled()
  const mini = page.getByRole('region', { name: 'Player' })
  // Where its row is in sight, nothing repeats it.
  await expect(mini).toBeHidden()
  await row.getByRole('button', { name: 'Speed 1×' }).click()
  await expect(row.getByRole('button', { name: 'Speed 1.25×' })).toBeVisible()
  await timeline.scroller.focus()
  await timeline.wheelUntil(900, async () => (await row.count()) === 0)
  await expect(mini.getByRole('button', { name: /^Pause/ })).toBeVisible()
  await expect(mini.getByRole('button', { name: 'Speed 1.25×' })).toBeVisible()
  await mini.getByRole('link').click()
  await expect(row).toBeInViewport()
  await seek.fill('5.8')
  // The next voice note of the chat, forty messages on.
  await expect(mini.getByRole('link')).toHaveAttribute('href', new RegExp(`message=${at(51)}`))
  await mini.getByRole('button', { name: 'Stop and close the player' }).click()
  await expect(mini).toHaveCount(0)
})

test('a film plays where it stands, and only when it is asked for', async ({ timeline }) => {
  await timeline.open('chat30', `&message=${FILM}`)
  const row = timeline.message(FILM)
  const play = row.getByRole('button', { name: /^Play/ })
  await expect(play).toBeVisible()
  await expect(row.locator('video')).toHaveCount(0)
  const height = (await row.boundingBox())?.height
  await play.click()
  await expect(row.locator('video')).toBeVisible()
  expect((await row.boundingBox())?.height).toBe(height)
})

/** What a browser of the oldest kind that the build is made for does not have yet. */
const NEWER = `
  for (const { prototype } of [Map, WeakMap]) for (const name of ['getOrInsert', 'getOrInsertComputed']) delete prototype[name]
  for (const name of ['toHex', 'toBase64']) delete Uint8Array.prototype[name]
  for (const name of ['fromHex', 'fromBase64']) delete Uint8Array[name]
  delete Promise.try
  delete URL.parse
  delete Math.sumPrecise
  delete ReadableStream.prototype[Symbol.asyncIterator]
`

test('a PDF is read page by page over the chat, in older browsers too, and Escape leads back', async ({ timeline, page }) => {
  await page.addInitScript(NEWER)
  let workers = 0
  await page.route('**/pdf.worker*', async (route) => {
    workers++
    const response = await route.fetch()
    await route.fulfill({ response, body: `${NEWER}\n${await response.text()}` })
  })
  await timeline.open('chat30', `&message=${PDF}`)
  const open = timeline
    .message(PDF)
    .getByRole('button', { name: /\.pdf$/ })
    .first()
  await open.click()
  const viewer = page.getByRole('dialog', { name: /\.pdf$/ })
  await expect(viewer.getByRole('status')).toHaveText('Page 1 of 1')
  await expect(viewer.locator('canvas')).toBeVisible()
  await expect(viewer.getByText('Act of acceptance')).toBeAttached()
  expect(workers).toBe(1)
  await page.keyboard.press('Escape')
  await expect(viewer).toHaveCount(0)
  await expect(open).toBeFocused()
})

test('addresses of bytes are given back: after hundreds of pictures no more of them are held than are shown', async ({
  timeline,
  page,
}) => {
  await page.addInitScript(() => {
    const held = new Set<string>()
    const create = URL.createObjectURL.bind(URL)
    const revoke = URL.revokeObjectURL.bind(URL)
    URL.createObjectURL = (source) => {
      const url = create(source)
      held.add(url)
      return url
    }
    URL.revokeObjectURL = (url) => {
      held.delete(url)
      revoke(url)
    }
    Object.assign(window, { heldUrls: held })
  })
  await timeline.open('chat30')
  for (let times = 0; times < 6; times++) {
    await timeline.gesture(-6_000, 12_000)
    await expect(timeline.scroller.locator('img').first()).toBeAttached()
  }
  await expect
    .poll(() =>
      page.evaluate(
        () => (window as unknown as { heldUrls: Set<string> }).heldUrls.size - document.querySelectorAll('img[src^="blob:"]').length,
      ),
    )
    .toBeLessThanOrEqual(0)
})

test('pictures that arrive change the place of nothing', async ({ timeline, page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & {
          readonly value: number
          readonly sources: readonly { readonly node: Node | null }[]
        }
        if (sources.some(({ node }) => node?.parentElement?.closest('[data-testid="message-list"]'))) shifts.push(value)
      }
    }).observe({ type: 'layout-shift', buffered: true })
    Object.assign(window, { shifts })
  })
  await timeline.open('chat30', `&message=${ALBUM}`)
  // The box of a picture is there before the picture is.
  await expect(timeline.message(ALBUM).getByRole('button', { name: /^Open picture/ })).toHaveCount(3)
  await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.splice(0))
  await expect(timeline.message(ALBUM).locator('img')).toHaveCount(3)
  await expect
    .poll(() => timeline.scroller.locator('img').evaluateAll((images) => images.every((image) => (image as HTMLImageElement).complete)))
    .toBe(true)
  await timeline.settled()
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0))).toBe(0)
})
