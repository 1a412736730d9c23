// `npm run pictures`: takes the pictures of the documents anew, of the build and the demo portal. Look at each before it is committed.
import { mkdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { readPorts } from './ports.mjs'

const { port, demoPort } = readPorts()
ensureInstalled()

const { chromium } = await import('@playwright/test')
const { ensureBrowser } = await import('./browser.mjs')
const { distDirectory, startAppServer } = await import('./app-server.mjs')
const { startDemo } = await import('./servers.mjs')
const { build } = await import('vite')

process.env.NODE_ENV = 'production'
if (!process.env.BUILT) await build({ logLevel: 'warn' })
const app = `http://localhost:${port}/`
const demo = await startDemo(demoPort, app)
const server = await startAppServer({ directory: distDirectory, port, demoWebhook: demo.webhook })
const frame = (query) => `http://localhost:${demoPort}/placement/?${query}`

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
mkdirSync(folder, { recursive: true })

/** The sixth message from the end of a chat, so that there is something below it. */
async function someId(dialogId) {
  const answer = await fetch(`${demo.webhook}im.dialog.messages.get?DIALOG_ID=${dialogId}&LIMIT=6`)
  return (await answer.json()).result.messages.at(-1).id
}

const message = '[data-message-id] [data-message-text]'
/** `look`: what has to be there; `act`: what is done then; `clip`: what of the page is taken. */
const pictures = [
  { name: 'wide-light', size: [960, 560], url: `${app}?demo&dialog=chat1000&date=2024-03-06`, look: message },
  { name: 'narrow-dark', size: [420, 700], url: `${app}?demo&dialog=chat40&theme=dark`, look: message },
  { name: 'frame', size: [420, 640], url: frame('PLACEMENT=IM_SIDEBAR&dialogId=chat20'), look: message },
  {
    name: 'message-menu',
    size: [420, 640],
    url: frame('PLACEMENT=IM_CONTEXT_MENU&dialogId=chat20&messageId=' + (await someId('chat20'))),
    look: message,
  },
  { name: 'crm-tab', size: [760, 640], url: frame('PLACEMENT=CRM_DEAL_DETAIL_TAB&ID=8061'), look: message },
  { name: 'install', size: [720, 840], url: frame('PLACEMENT=DEFAULT&install=yes'), look: '[data-placement]' },
  { name: 'connect', size: [720, 640], url: app, look: 'input[inputmode="url"]' },
  {
    name: 'disconnect',
    size: [1280, 760],
    url: `${app}?demo`,
    look: 'a[href*="chat1000"]',
    clip: { x: 0, y: 560, width: 296, height: 200 },
  },
]

const wanted = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  for (const { name, size, url, look, clip } of pictures) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const context = await browser.newContext({
      viewport: { width: size[0], height: size[1] },
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
      colorScheme: 'light',
    })
    const page = await context.newPage()
    await page.goto(url)
    const place = url.includes('/placement/') ? page.frameLocator('iframe#app') : page
    await place.locator(look).first().waitFor()
    // Parts that come later, pictures, what a visit begins with.
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    const path = `${folder}${name}.png`
    await page.screenshot({ path, ...(clip ? { clip } : {}) })
    console.log(`${name}.png: ${Math.round(statSync(path).size / 1000)} kB`)
    await context.close()
  }
} finally {
  await browser.close()
  await Promise.all([server.close(), demo.close()])
}
