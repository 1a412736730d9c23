import type { FrameLocator, Page } from '@playwright/test'
import { expect, PORTAL, test } from './fixtures.ts'

const at = (number: number): number => 300_000 + number * 3
const ALBUM = at(7)

/** What browsers may deny to the frame of another site, and to pages that came by http: all of it is missing, or throws. */
function denyEverything(): void {
  if (window.parent === window) return
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, { get: refuse })
  for (const name of ['BroadcastChannel', 'showDirectoryPicker', 'showSaveFilePicker', 'open'])
    Object.defineProperty(window, name, { value: refuse })
  Object.defineProperty(Crypto.prototype, 'randomUUID', { value: undefined })
  for (const name of ['clipboard', 'locks', 'storage', 'serviceWorker'])
    Object.defineProperty(Navigator.prototype, name, { value: undefined })
  for (const name of ['requestFullscreen', 'requestPointerLock']) Object.defineProperty(Element.prototype, name, { value: undefined })
}

/** The frame's page scrolls in no direction, and what lies over it is wholly inside of it. */
async function expectToFit(app: FrameLocator, what: string): Promise<void> {
  await expect(async () => {
    const found = await app.locator('html').evaluate((root) => {
      const { clientWidth: width, clientHeight: height } = root
      const over = [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="search"], [role="listbox"], [role="toolbar"]')]
      const out = over.filter((element) => {
        const box = element.getBoundingClientRect()
        return box.width > 0 && (box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1)
      })
      // Neither by the reader nor by the browser, which brings to sight what gets the focus.
      const moved = [root, document.body].filter((page) => {
        page.scrollTo(99, 99)
        return page.scrollTop !== 0 || page.scrollLeft !== 0
      })
      return {
        scrolls: moved.length > 0,
        out: out.map((element) => `${element.role} ${element.ariaLabel}`),
      }
    })
    expect(found, what).toEqual({ scrolls: false, out: [] })
  }).toPass()
}

const choose = async (app: FrameLocator, name: string): Promise<void> => {
  await app.getByRole('button', { name: 'More', exact: true }).click()
  await expectToFit(app, 'the menu of the header')
  await app.getByRole('menuitem', { name, exact: true }).click()
}

async function open(page: Page, options: string): Promise<FrameLocator> {
  await page.goto(`${PORTAL}/placement/?PLACEMENT=IM_SIDEBAR&width=320&height=400&${options}`)
  return page.frameLocator('iframe#app')
}

test('in a frame of 320 × 400, with the right “im” alone and nothing that browsers may deny, everything of reading works', async ({
  page,
  portal,
}) => {
  await portal.configure({ scopes: ['im'] })
  await page.addInitScript(denyEverything)
  const app = await open(page, `dialogId=chat30&messageId=${ALBUM}&session=${portal.secret}`)
  const list = app.getByTestId('message-list')
  const album = app.locator(`[data-message-id="${ALBUM}"]`)
  await expect(album).toBeInViewport()
  await expectToFit(app, 'the chat')
  await list.hover()
  await page.mouse.wheel(0, -4_000)
  await expect(app.locator('[data-edge="oldest"]')).toBeAttached()

  await app.getByRole('button', { name: 'Show chats' }).click()
  await expect(app.getByRole('link', { name: /Northern warehouse/ })).toBeVisible()
  await expectToFit(app, 'the chats')
  await app.getByRole('button', { name: 'Close the chat list' }).click()

  await choose(app, 'Go to date')
  await expect(app.getByRole('grid')).toBeVisible()
  await expectToFit(app, 'the calendar')
  await page.keyboard.press('Escape')
  await expect(app.getByRole('grid')).toHaveCount(0)

  await choose(app, 'Members and files')
  await app.getByRole('tab', { name: 'Media' }).click()
  await app
    .getByRole('tabpanel')
    .getByRole('button', { name: /^Open picture/ })
    .first()
    .click()
  const viewer = app.getByRole('dialog', { name: 'Chat pictures' })
  await expect(viewer.locator('img').first()).toBeVisible()
  await expectToFit(app, 'the viewer')
  await viewer.getByRole('button', { name: 'Show in chat' }).click()
  await expect(viewer).toHaveCount(0)

  await app.getByRole('button', { name: 'Search', exact: true }).click()
  await app.getByRole('combobox', { name: 'Search in this chat' }).fill('фото')
  const hit = app.locator('a[data-hit-id]').first()
  await expect(hit).toBeVisible()
  await expectToFit(app, 'the search')
  const found = await hit.getAttribute('data-hit-id')
  await hit.click()
  await expect(app.locator(`[data-message-id="${found}"]`)).toBeInViewport()
  await expect(app.getByRole('alert')).toHaveCount(0)
  const { log } = await portal.log()
  expect(log.filter(({ status, error }) => status !== 200 || error !== null)).toEqual([])
})
