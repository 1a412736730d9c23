import { test as base, type Page } from '@playwright/test'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { expect, PortalControl } from './fixtures.ts'
import { sampleId } from './seeds.ts'

const at = (number: number): number => 300_000 + number * 3
const ALBUM = at(7)
const PDF = at(23)

interface Watched {
  violations: string[]
  ran: string[]
}

/** A host that sends the files of the build and nothing besides, as most hosts of static files do. */
const test = base.extend<object, { host: string }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what is named here
    async ({}, use) => {
      const server = await new Promise<Server>((resolve) => {
        const started = createServer(sirv(fileURLToPath(new URL('../dist', import.meta.url)))).listen(0, '127.0.0.1', () =>
          resolve(started),
        )
      })
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
      server.closeAllConnections()
      server.close()
    },
    { scope: 'worker' },
  ],
})

/** Opens a dialog there; what the page's own policy blocks is noted. */
async function open(page: Page, host: string, dialogId: string, query = ''): Promise<void> {
  const portal = new PortalControl()
  await portal.configure({})
  await page.addInitScript((webhook) => {
    const watched: Watched = { violations: [], ran: [] }
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      watched.violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
    )
    Object.assign(window, { watched })
    sessionStorage.setItem('webhook', webhook)
  }, portal.webhook)
  await page.goto(`${host}/?dialog=${dialogId}&lang=en${query}`)
  await expect(page.getByTestId('message-list')).toBeVisible()
}

const message = (page: Page, id: number) => page.getByTestId('message-list').locator(`[data-message-id="${id}"]`)

const watched = (page: Page): Promise<Watched> => page.evaluate(() => (window as unknown as { watched: Watched }).watched)

test('everything that is read keeps to the policy that the page brings along', async ({ page, host }) => {
  const code = sampleId('code block')
  await open(page, host, 'chat1', `&message=${code}`)
  await expect(message(page, code).locator('[data-code]').first()).toBeVisible()
  // Colours come from a worker.
  await expect
    .poll(() =>
      page.evaluate(() => [...CSS.highlights].reduce((sum, [name, found]) => sum + (name.startsWith('code-') ? found.size : 0), 0)),
    )
    .toBeGreaterThan(0)
  expect(await watched(page)).toEqual({ violations: [], ran: [] })

  await open(page, host, 'chat30', `&message=${ALBUM}`)
  const pictures = message(page, ALBUM).locator('img')
  await expect
    .poll(() => pictures.evaluateAll((images) => images.filter((image) => (image as HTMLImageElement).naturalWidth > 0).length))
    .toBe(3)
  await pictures.first().click()
  await expect(page.getByRole('dialog', { name: 'Chat pictures' }).locator('img').first()).toBeVisible()
  expect(await watched(page)).toEqual({ violations: [], ran: [] })

  await open(page, host, 'chat30', `&message=${PDF}`)
  await message(page, PDF)
    .getByRole('button', { name: /\.pdf$/ })
    .first()
    .click()
  await expect(page.getByRole('dialog', { name: /\.pdf$/ }).getByText('Act of acceptance')).toBeAttached()
  expect(await watched(page)).toEqual({ violations: [], ran: [] })
})

test('the policy that the page brings along lets nothing run that is not the app’s', async ({ page, host }) => {
  await open(page, host, 'chat1')
  // As if markup of a message had become markup of the page.
  await page.evaluate(() => {
    const attempts: (() => void)[] = [
      () => {
        const script = document.createElement('script')
        script.append('watched.ran.push("script")')
        document.body.append(script)
      },
      () => document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="watched.ran.push(\'handler\')">'),
      // oxlint-disable-next-line typescript/no-implied-eval -- what must not work
      () => void new Function('watched.ran.push("eval")')(),
      () => {
        const frame = document.createElement('iframe')
        frame.srcdoc = '<script>parent.watched.ran.push("frame")</script>'
        document.body.append(frame)
      },
      () => void new Worker(URL.createObjectURL(new Blob(['0'], { type: 'text/javascript' }))),
    ]
    // Later: what a test does at once may use `eval`. Some are refused by an error, which is as good.
    for (const attempt of attempts) setTimeout(attempt)
  })
  await expect.poll(async () => (await watched(page)).violations.length).toBeGreaterThanOrEqual(5)
  expect((await watched(page)).ran).toEqual([])

  // A picture that is a document of its own once it is opened in a tab.
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    page.evaluate(() => {
      const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><title>drawn</title><script>localStorage.setItem('stolen', 'yes')</script></svg>`
      window.open(URL.createObjectURL(new Blob([drawing], { type: 'image/svg+xml' })))
    }),
  ])
  await expect(opened.locator('svg')).toBeAttached()
  await opened.waitForLoadState()
  expect(await page.evaluate(() => localStorage.getItem('stolen'))).toBeNull()
})
